exports.onExecutePreUserRegistration = async (event, api) => {
  api.user.setAppMetadata('signed_up_from', event.request.geoip.countryCode ?? 'somewhere');
};
