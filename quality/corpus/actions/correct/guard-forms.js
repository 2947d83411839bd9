exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.transaction && event.transaction.protocol === 'oidc-basic-profile') api.user.setAppMetadata('web', true);
  const name = event.client ? event.client.name : 'none';
  const email = event.user.email ?? '';
  const city = event.request.geoip.cityName || 'unknown';
  const meta = (event.user.user_metadata || {}).plan;
  const lower = event.user.email && event.user.email.toLowerCase();
  if (typeof event.user.phone_number === 'string') console.log(event.user.phone_number.length);
  if ('client' in event && event.client) console.log(event.client.name);
  api.user.setAppMetadata('seen', { name, city, length: email.length, plan: meta ?? null, lower: lower ?? null });
};
