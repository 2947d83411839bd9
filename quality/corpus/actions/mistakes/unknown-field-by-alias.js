exports.onExecutePreUserRegistration = async (event, api) => {
  const user = event.user;
  const request = event.request;
  const { geoip } = request;
  console.log(user.last_name);
  console.log(request.headers, geoip.country_code);
};
