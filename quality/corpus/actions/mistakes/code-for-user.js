exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.request.ip === '1') return api.access.deny('blocked', 'registration_check_error');
  if (event.request.ip === '2') return api.access.deny('missing', 'emailNotFound');
  if (event.request.ip === '3') return api.access.deny('blocked', 'ERR_BLOCKED');
  if (event.request.ip === '4') return api.validation.error('Please tell us where you work.', 'company_missing');
  const code = 'invalid-domain';
  if (event.request.ip === '5') return api.access.deny('The domain is on our list.', code);
};
