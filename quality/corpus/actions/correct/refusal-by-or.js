exports.onExecutePreUserRegistration = async (event, api) => {
  event.request.ip || api.access.deny('no ip', 'Please try again later.');
};
