exports.onExecutePreUserRegistration = async (event, api) => {
  api.user.setUserMetadata('source', 'self-service');
  if (event.request.ip === '1') return api.access.deny('ip_blocked', 'Your network is blocked.');
  if (event.request.ip === '2') return api.access.deny('The address is on our list of disposable domains.', 'Please use your work e-mail.');
  if (event.request.ip === '3') return api.validation.error('company_missing', 'Please tell us where you work.');
  if (event.request.ip === '4') return api.access.deny('blocked', 'Denied');
  if (event.request.ip === '6') return api.access.deny('proxy', 'example.com/help');
};
