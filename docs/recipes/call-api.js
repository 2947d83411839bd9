/**
 * Looks up a company by the number on the signup page, and stores its name from the
 * register. REGISTER_URL and REGISTER_KEY are secrets.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction<{
 *   secrets: { REGISTER_URL: string, REGISTER_KEY: string },
 *   body: { 'ulp-company-number'?: unknown },
 * }>}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  // A client of the API can send any JSON.
  const sent = event.request.body['ulp-company-number'];
  const number = typeof sent === 'string' ? sent.trim() : '';
  if (!/^\d{8}$/.test(number)) {
    return api.validation.error(
      'company_number',
      'A company number has eight digits.',
    );
  }

  const answer = await fetch(`${event.secrets.REGISTER_URL}/companies/${number}`, {
    headers: { authorization: `Bearer ${event.secrets.REGISTER_KEY}` },
    // All Actions of a flow share 20 seconds.
    signal: AbortSignal.timeout(5000),
  });
  if (answer.status === 404) {
    return api.validation.error(
      'company_unknown',
      'The register has no such company.',
    );
  }
  if (!answer.ok) throw new Error(`the register returned ${answer.status}`);

  const company = /** @type {{ name?: unknown } | null} */ (await answer.json());
  if (typeof company?.name !== 'string')
    throw new Error('the register returned no name');
  api.user.setUserMetadata('company', company.name);
};
