exports.onExecutePreUserRegistration = async (event, api) => {
  const { user_metadata: metadata } = event.user;
  const text = `${event.client?.name} ${event.connection.name} ${metadata?.plan} ${event.request.body.code}`;
  console.log('signup ' + text, JSON.stringify(event.request.geoip), `${JSON.stringify(event.client)}`);
  if (`${event.request.geoip.latitude}` === '0') return api.access.deny('no place: ' + event.request.ip, 'Please try again.');
};
