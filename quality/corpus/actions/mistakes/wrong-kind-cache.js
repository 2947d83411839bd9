exports.onExecutePreUserRegistration = async (event, api) => {
  api.cache.set('count', 5);
  api.cache.get(5);
  api.user.setUserId(5);
  api.cache.set('count', '5', { ttl: '60' });
  api.cache.set('count', '5', 60);
};
