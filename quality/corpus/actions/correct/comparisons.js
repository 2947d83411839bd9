exports.onExecutePreUserRegistration = async (event, api) => {
  const { countryCode, countryCode3, continentCode } = event.request.geoip;
  if (event.connection.strategy === 'auth0' && event.connection.name !== 'Employees') return;
  if (event.connection.strategy === 'sms' || event.request.method === 'POST') return;
  if (countryCode === 'US' || countryCode3 === 'CAN' || continentCode === 'EU') return;
  if (countryCode === '' || countryCode === undefined || countryCode.toLowerCase() === 'de') return;
  if (event.user.email === 'Ada@Example.com' || event.tenant.id === 'Auth0') return;
  if (event.transaction?.protocol === 'oidc-basic-profile') api.user.setAppMetadata('web', true);
};
