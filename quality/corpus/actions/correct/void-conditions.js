exports.onExecutePreUserRegistration = async (event, api) => {
  console.log('signup') || api.user.setAppMetadata('seen', true);
  if (event.request.ip);
};
