/**
 * Asks a service whether an address is known for abuse. While the service is down,
 * signups are allowed and their accounts are marked for review.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction<{
 *   secrets: { REPUTATION_URL: string },
 * }>}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const isAbusive = await askReputation(
    event.secrets.REPUTATION_URL,
    event.user.email,
  );
  if (isAbusive === undefined)
    return api.user.setAppMetadata('reputation', 'unchecked');
  if (isAbusive)
    return api.access.deny('known for abuse', 'We cannot create this account.');
};

/**
 * Returns undefined if the service is down.
 *
 * @param {string} url
 * @param {string | undefined} email
 * @returns {Promise<boolean | undefined>}
 */
async function askReputation(url, email = '') {
  // Before `try`: a missing secret is not the same as a service that is down. The Action fails.
  const question = new URL(url);
  question.searchParams.set('email', email);
  try {
    const answer = await fetch(question, {
      signal: AbortSignal.timeout(3000),
    });
    const body = /** @type {{ abusive?: unknown }} */ (await answer.json());
    return answer.ok && typeof body.abusive === 'boolean' ? body.abusive : undefined;
  } catch {
    return undefined;
  }
}
