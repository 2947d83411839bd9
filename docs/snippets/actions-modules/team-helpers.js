/** @param {string | undefined} email */
exports.isTeam = (email) => email?.endsWith(`@${actions.secrets['TEAM_DOMAIN']}`) === true;
