/**
 * Tells the sales team of a signup. If their webhook is slow or down, the signup goes on.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction<{
 *   secrets: { WEBHOOK_URL: string },
 * }>}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  try {
    const answer = await fetch(event.secrets.WEBHOOK_URL, {
      method: 'POST',
      body: JSON.stringify({ email: event.user.email }),
      signal: AbortSignal.timeout(2000),
    });
    if (!answer.ok) throw new Error(`it returned ${answer.status}`);
  } catch (error) {
    console.warn('webhook missed', error);
    api.user.setAppMetadata('sales', 'not told');
  }
};
