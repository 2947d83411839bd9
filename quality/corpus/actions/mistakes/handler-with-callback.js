exports.onExecutePreUserRegistration = async (event, api, callback) => {
  if (event.user.email.endsWith('.test')) api.access.deny({ reason: 'test', message: 'No.' });
  callback(null, event);
};
