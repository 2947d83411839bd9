exports.onExecutePreUserRegistration = async (event, api) => {
  const domain = event.user.email?.split('@')[1];
  domain === 'a.example' && api.access.deny('blocked', 'Please use another address.');
  event.user.username ? console.log('named') : api.access.deny('no name', 'Please choose a name.');
  api.user.setAppMetadata('domain', domain ?? null);
};
