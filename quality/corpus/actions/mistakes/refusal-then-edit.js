exports.onExecutePreUserRegistration = async (event, api) => {
  let plan = 'free';
  if (event.request.geoip.countryCode !== 'US') {
    api.access.deny('country', 'Not in your country yet.');
  }
  plan = plan || 'none';
  if (plan) api.user.setUserMetadata('plan', plan);
};
