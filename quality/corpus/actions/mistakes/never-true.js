exports.onExecutePreUserRegistration = async (event, api) => {
  const { geoip, method } = event.request;
  if (event.connection.strategy === 'Auth0') return api.access.deny('database', 'Not here.');
  if (event.connection.strategy === 'google-oauth2') return api.access.deny('google', 'Not here.');
  if (method !== 'post') api.user.setAppMetadata('form', false);
  if (geoip.countryCode === 'us' || geoip.countryCode === 'United States') api.user.setAppMetadata('us', true);
  if (geoip.countryCode3 === 'US') api.user.setAppMetadata('us', true);
  switch (event.connection.strategy) {
    case 'sms':
      break;
    case 'database':
      api.user.setAppMetadata('kind', 'database');
  }
};
