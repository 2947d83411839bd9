exports.onExecutePreUserRegistration = async (event, api) => {
  const blocked = new Set(['a.example']);
  const teams = new Map([['b.example', 'b']]);
  const domain = event.user.email?.split('@').pop();
  if (blocked.has(domain)) return api.access.deny('blocked', 'Please use another address.');
  const team = teams.get(domain);
  if (team) api.user.setAppMetadata('team', team);
  if (teams.has(event.user.username)) api.user.setAppMetadata('named', true);
};
