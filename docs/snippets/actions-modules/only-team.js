const { isTeam } = require('actions:team-helpers');

/** @type {import('@signup-actions/types').PreUserRegistrationAction} */
exports.onExecutePreUserRegistration = async (event, api) => {
  if (isTeam(event.user.email)) return;
  api.access.deny('not in the team', 'Please ask us for an invitation.');
};
