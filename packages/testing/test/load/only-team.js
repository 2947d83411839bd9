const { isTeam } = require('actions:is-team');

exports.onExecutePreUserRegistration = async (event, api) => {
  if (!isTeam(event.user.email)) {
    return api.access.deny('not in the team', 'Please ask us for an invitation.');
  }
  if (event.user.email === 'root@corp.example') {
    throw new Error('broken');
  }
};
