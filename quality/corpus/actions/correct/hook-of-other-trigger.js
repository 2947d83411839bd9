exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.user.email?.endsWith('.test')) return api.access.deny('test', 'Please use another address.');
};
exports.onContinuePreUserRegistration = async (event, api) => {};
