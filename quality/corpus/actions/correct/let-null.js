exports.onExecutePreUserRegistration = async (event, api) => {
  let domain = null;
  if (event.user.email) domain = event.user.email.split('@')[1];
  if (domain === 'spam.example') return api.access.deny('blocked', 'Please use another address.');
};
