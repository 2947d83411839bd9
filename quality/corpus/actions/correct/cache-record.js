exports.onExecutePreUserRegistration = async (event, api) => {
  const record = api.cache.get('domains');
  const domains = record ? record.value.split(',') : [];
  const list = JSON.parse(api.cache.get('list')?.value ?? '[]');
  const result = api.cache.set('list', JSON.stringify(domains), { ttl: 60_000 });
  if (result.type === 'error') console.log(result.code);
  else console.log(result.record.expires_at, list.length);
};
