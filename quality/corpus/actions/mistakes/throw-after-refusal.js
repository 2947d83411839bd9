exports.onExecutePreUserRegistration = async (event, api) => {
  if (!event.user.email) {
    api.access.deny('no address', 'Please give an address.');
    throw new Error('no address');
  }
};
