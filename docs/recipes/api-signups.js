/**
 * Distinguishes a signup on the login page from one that came straight to the API: only
 * the former has a transaction. Here, the API is for our own back end, which sends a key.
 * SIGNUP_KEY is a secret.
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
  // While the secret is missing, no key is right, and a missing key is not either.
  if (!expected || event.request.body.user_metadata?.signup_key !== expected) {
    return api.access.deny(
      'api signup without the key',
      'Please sign up on our login page.',
    );
  }
  api.user.setAppMetadata('source', 'api');
  // Do not store the key.
  api.user.setUserMetadata('signup_key', null);
};
