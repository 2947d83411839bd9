/**
 * Refuses an IP address that tries to sign up more than five times within an hour. The
 * hour starts with the first attempt.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const key = `attempts:${event.request.ip}`;
  const record = api.cache.get(key);
  const attempts = Number(record?.value ?? 0) + 1;
  // Later attempts do not restart the hour.
  const lifetime = record
    ? { expires_at: record.expires_at }
    : { ttl: 60 * 60 * 1000 };
  const answer = api.cache.set(key, String(attempts), lifetime);

  if (attempts > 5) {
    return api.access.deny(
      `attempt ${attempts} within an hour`,
      'Please try again in an hour.',
    );
  }
  // A choice: if a full cache cannot count an attempt, allow it and mark the account for review.
  if (answer.type === 'error') api.user.setAppMetadata('attempts', 'not counted');
};
