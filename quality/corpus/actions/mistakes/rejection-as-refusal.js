exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.user.email?.endsWith('.test')) return Promise.reject(new Error('This domain is blocked'));
};
