/** @type {import('@signup-actions/types').PreUserRegistrationAction} */
exports.onExecutePreUserRegistration = async (event, api) => {
  const names = event.secrets.RESERVED_NAMES?.split(',') ?? [];
  if (event.user.username && names.includes(event.user.username)) {
    return api.access.deny('reserved name', 'Please choose another name.');
  }
  api.user.setAppMetadata('language', event.request.language ?? 'en');
};
