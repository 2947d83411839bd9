exports.onExecutePreUserRegistration = async (event, api) => {
  console.log('signup', event.user.email, event.request.geoip, event.connection.name);
  console.log(JSON.stringify(event.user), `${event.tenant.id}`, { user: event.user });
  console.error(Object.keys(event), Object.keys(event.secrets).length);
};
