/**
 * Asks for little: stores the answers from the signup page and a list of what is still
 * missing, so that a later login can ask for it.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction<{
 *   userMetadata: { company?: string, job?: string, size?: string },
 *   appMetadata: { missing?: string[] },
 *   body: { 'ulp-company'?: unknown, 'ulp-job'?: unknown, 'ulp-size'?: unknown },
 * }>}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  /** @type {string[]} */
  const missing = [];
  for (const field of /** @type {const} */ (['company', 'job', 'size'])) {
    // A client of the API can send any JSON.
    const sent = event.request.body[`ulp-${field}`];
    const answer = typeof sent === 'string' ? sent.trim() : '';
    if (answer) api.user.setUserMetadata(field, answer);
    else missing.push(field);
  }
  if (missing.length > 0) api.user.setAppMetadata('missing', missing);
};
