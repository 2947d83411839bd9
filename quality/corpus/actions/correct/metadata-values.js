exports.onExecutePreUserRegistration = async (event, api) => {
  api.user.setUserMetadata('plan', null);
  api.user.setUserMetadata('since', new Date().toISOString());
  api.user.setAppMetadata('geo', event.request.geoip);
  api.user.setAppMetadata('meta', { ...event.user.user_metadata, ip: event.request.ip, tags: ['a', 1, true] });
  api.user.setAppMetadata('body', event.request.body);
  const any = JSON.parse(event.request.body.profile || '{}');
  api.user.setUserMetadata('profile', any);
  api.user.setUserId('user-1').user.setAppMetadata('chained', true);
};
