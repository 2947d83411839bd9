exports.onExecutePreUserRegistration = async (event, api) => {
  switch (event.connection.strategy) {
    case 'sms':
      api.access.deny('sms', 'Please use the app.');
    case 'email':
      api.user.setAppMetadata('passwordless', true);
      break;
    default:
  }
};
