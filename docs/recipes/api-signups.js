/**
 * Tells a signup on the login page from one that came straight to the API: only the
 * former has a transaction. The API is for our own back end here, which sends a key
 * along; SIGNUP_KEY is a secret.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction<{
 *   secrets: { SIGNUP_KEY: string },
 *   body: { user_metadata?: { signup_key?: string } },
 * }>}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.transaction) {
    api.user.setAppMetadata('source', 'login page');
    return;
  }
  const expected = event.secrets.SIGNUP_KEY;
  // Without the secret nobody has the key, least of all those who send none.
  if (!expected || event.request.body.user_metadata?.signup_key !== expected) {
    return api.access.deny(
      'api signup without the key',
      'Please sign up on our login page.',
    );
  }
  api.user.setAppMetadata('source', 'api');
  // What the key was sent in is not to be stored.
  api.user.setUserMetadata('signup_key', null);
};
