exports.onExecutePreUserRegistration = async (event, api) => {
  const domain = event.user.email?.split('@')[1];
  if (!event.user.username) return api.access.deny(`no username for ${event.user.email ?? 'nobody'}`, 'Please choose a name.');
  if (event.user.email && domain) return api.access.deny('blocked: ' + event.user.email, 'Please use another address.');
  if (domain !== event.secrets.ALLOWED_DOMAIN) return api.access.deny(`${domain} is not allowed`, 'Sorry, that address is not allowed.');
};
