exports.onExecutePreUserRegistration = async (event, api) => {
  let isRefused = false;
  const refuse = (reason) => {
    if (isRefused) return;
    isRefused = true;
    api.access.deny(reason, 'Your registration was refused.');
  };
  if (!event.user.email) refuse('no email');
  if (event.request.geoip.countryCode === 'XX') refuse('country');
  if (!isRefused) api.user.setAppMetadata('checked', true);
};
