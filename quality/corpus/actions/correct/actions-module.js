const { isTeam } = require('actions:team-helpers');
exports.onExecutePreUserRegistration = async (event, api) => {
  if (!isTeam(event.user.email)) return api.access.deny('no team', 'Please use your work address.');
};
