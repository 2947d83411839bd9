/**
 * Asks a service for a score, up to three times. A low score is refused.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction<{
 *   secrets: { SCORE_URL: string },
 * }>}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  let answer = await fetch(event.secrets.SCORE_URL);
  for (let retry = 1; retry <= 2 && answer.status >= 500; retry += 1) {
    answer = await fetch(event.secrets.SCORE_URL);
  }
  if (!answer.ok) throw new Error(`the service returned ${answer.status}`);

  const { score } = /** @type {{ score: number }} */ (await answer.json());
  if (score < 10) {
    api.access.deny('low score', 'We cannot create this account.');
  }
};
