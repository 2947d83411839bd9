exports.onExecutePreUserRegistration = async (api, event) => {
  if (!event.user.email) api.access.deny('no address', 'Please give an address.');
};
