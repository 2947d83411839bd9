exports.onExecutePreUserRegistration = async ({ user, request: { ip, geoip }, secrets, client = null }, { access, user: changes }) => {
  const { countryCode = 'unknown' } = geoip;
  if (countryCode === 'XX' || ip === '') return access.deny('no place', 'Please try again later.');
  if (user.email && secrets.TEAM) changes.setAppMetadata('team', secrets.TEAM.length);
  if (client) changes.setAppMetadata('app', client.name);
};
