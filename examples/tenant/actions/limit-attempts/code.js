/**
 * Refuses an address that has tried too often within the hour.
 *
 * @param {Event} event - Details about the registration.
 * @param {PreUserRegistrationAPI} api - Methods to change what the registration does.
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const maxAttempts = 5;
  const key = `attempts:${event.request.ip}`;
  const attempts = Number(api.cache.get(key)?.value ?? 0) + 1;
  api.cache.set(key, String(attempts), { ttl: 60 * 60 * 1000 });

  if (attempts > maxAttempts) {
    return api.access.deny(
      `attempt ${attempts} from ${event.request.ip} within an hour`,
      'You have tried too often. Please come back in an hour.',
    );
  }
};
