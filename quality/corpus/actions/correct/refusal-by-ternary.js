exports.onExecutePreUserRegistration = async (event, api) => {
  event.user.email ? api.user.setAppMetadata('mail', true) : api.access.deny('no address', 'Please give an address.');
};
