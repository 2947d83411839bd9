/** @type {import('@signup-actions/types').PreUserRegistrationAction} */
exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.user.email?.endsWith('@disposable.example')) {
    return api.access.deny('disposable email', 'Please use your work address.');
  }
};
