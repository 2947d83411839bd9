exports.onExecutePreUserRegistration = async (event, api) => {
  if (!event.client) return api.access.deny('no client in ' + event.connection, 'Please start in our app.');
  const { geoip } = event.request;
  if (geoip.countryCode === 'XX') return api.access.deny(`from ${geoip}`, 'Not in your country.');
};
