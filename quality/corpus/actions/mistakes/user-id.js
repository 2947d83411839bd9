exports.onExecutePreUserRegistration = async (event, api) => {
  const strategy = 'auth0';
  api.user.setUserId(`${strategy}|${event.request.body.id}`);
  api.user.setUserId('crm ' + event.request.body.id);
  api.user.setUserId('');
};
