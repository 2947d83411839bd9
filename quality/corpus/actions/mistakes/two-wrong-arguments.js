exports.onExecutePreUserRegistration = async (event, api) => {
  const now = new Date();
  if (event.request.ip === '1') return api.access.deny(400, { text: 'No, sorry.' });
  if (event.request.ip === '2') return api.validation.error(now, event.user.email);
  api.user.setAppMetadata('created_at', now);
  api.user.setUserMetadata('address.city', event.request.geoip.cityName);
  api.cache.set(1, fetch('https://a.example'), 60);
};
