exports.onExecutePreUserRegistration = async (event, api) => {
  const domain = (event.user.email ?? '').split('@').pop().toLowerCase();
  const first = (event.user.name || '').split(' ').shift().trim();
  const [, host] = (event.user.email || '').match(/@(.+)$/) || [];
  if (domain === 'a.example' && first && host) api.user.setAppMetadata('team', domain);
};
