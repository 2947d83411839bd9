exports.onExecutePreUserRegistration = async (event) => {
  if (!event.user.email) {
    return { command: { type: 'deny', reason: 'no email', message: 'Please enter an address.' } };
  }
  return { user: { app_metadata: { checked: true } } };
};
