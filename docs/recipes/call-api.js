/**
 * Looks up a company by the number on the signup page, and stores its name from the
 * register. REGISTER_URL and REGISTER_KEY are secrets.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction<{
 *   secrets: { REGISTER_URL: string, REGISTER_KEY: string },
 *   body: { 'ulp-company-number'?: string },
 * }>}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const number = event.request.body['ulp-company-number']?.trim() ?? '';
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

  const { name } = /** @type {{ name: string }} */ (await answer.json());
  api.user.setUserMetadata('company', name);
};
