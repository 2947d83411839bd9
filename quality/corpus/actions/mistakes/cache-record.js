exports.onExecutePreUserRegistration = async (event, api) => {
  const attempts = api.cache.get('attempts');
  if (attempts?.split(',').length > 3) return;
  const list = JSON.parse(api.cache.get('list'));
  if (api.cache.get('count') > 3) return;
  const next = Number(api.cache.get('count')) + 1;
  if (api.cache.get('state') === 'open') console.log(list, next);
  const text = `${api.cache.get('name')}`;
  api.user.setAppMetadata('text', text);
};
