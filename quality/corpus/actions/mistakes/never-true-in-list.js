const EUROPE = new Set(['de', 'fr']);
exports.onExecutePreUserRegistration = async (event, api) => {
  const country = event.request.geoip.countryCode;
  if (!['US', 'CAN'].includes(country)) return api.access.deny('country', 'Not in your country yet.');
  if (EUROPE.has(country)) api.user.setAppMetadata('region', 'eu');
  if (['google-oauth2', 'github'].includes(event.connection.strategy)) return;
  if (['auth0', 'google-oauth2'].includes(event.connection.strategy)) api.user.setAppMetadata('web', true);
};
