exports.onExecutePreUserRegistration = async (event, api) => {
  const record = await api.cache.get(event.request.ip);
  if (record.value === 'blocked') return api.access.deny('blocked', 'Please wait.');
};
