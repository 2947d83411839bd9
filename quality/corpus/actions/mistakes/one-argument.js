exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.request.ip === '1') return api.access.deny('no');
  if (event.request.ip === '2') return api.validation.error('code');
  api.user.setUserMetadata({ plan: 'free' });
  api.user.setAppMetadata('plan');
  api.cache.set('key');
  if (event.request.ip === '3') return api.access.deny();
};
