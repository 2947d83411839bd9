/**
 * Refuses an IP address that has tried too often within an hour.
 *
 * @param {Event} event - Details about the registration.
 * @param {PreUserRegistrationAPI} api - Methods to change what the registration does.
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const maxAttempts = 5;
  const key = `attempts:${event.request.ip}`;
  const record = api.cache.get(key);
  const attempts = Number(record?.value ?? 0) + 1;
  // The hour starts with the first attempt. Later attempts do not restart it.
  const lifetime = record ? { expires_at: record.expires_at } : { ttl: 60 * 60 * 1000 };
  api.cache.set(key, String(attempts), lifetime);

  if (attempts > maxAttempts) {
    return api.access.deny(
      `attempt ${attempts} from ${event.request.ip} within an hour`,
      'You have tried too often. Please come back in an hour.',
    );
  }
};
