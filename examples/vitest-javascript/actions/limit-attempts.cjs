/**
 * Refuses an IP address that signs up more than five times within an hour.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const key = `attempts:${event.request.ip}`;
  const attempts = Number(api.cache.get(key)?.value ?? 0) + 1;
  api.cache.set(key, String(attempts), { ttl: 60 * 60 * 1000 });

  if (attempts > 5) {
    return api.access.deny('too many attempts', 'Please try again in an hour.');
  }
};
