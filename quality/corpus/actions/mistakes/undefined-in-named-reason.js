exports.onExecutePreUserRegistration = async (event, api) => {
  if (!event.client?.name) {
    const reason = `client ${event.client?.name} is unknown`;
    return api.access.deny(reason, 'Please start in our app.');
  }
};
