exports.onExecutePreUserRegistration = async (event, api) => {
  const blocked = event.user.email?.endsWith('.test');
  if (blocked) api.access.deny('test address', 'Please use another address.');
  if (!blocked) api.user.setAppMetadata('checked', true);
};
