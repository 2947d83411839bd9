exports.onExecutePreUserRegistration = async (event, api) => {
  switch (event.connection.strategy) {
    case 'sms':
      api.access.deny('sms', 'Please use the app.');
      break;
    case 'email':
      return api.access.deny('email', 'Please use the app.');
    default:
      api.user.setUserMetadata('via', 'form');
  }
};
