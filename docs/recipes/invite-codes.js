/**
 * Requires an invite code in the field `ulp-invite` of the signup page, and stores the
 * code. The secret INVITE_CODES is a comma-separated list of codes.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction<{
 *   secrets: { INVITE_CODES: string },
 *   body: { 'ulp-invite'?: unknown },
 * }>}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const codes = event.secrets.INVITE_CODES.split(',').map((code) => code.trim());
  // A client of the API can send any JSON.
  const sent = event.request.body['ulp-invite'];
  const code = typeof sent === 'string' ? sent.trim() : '';

  if (!code || !codes.includes(code)) {
    return api.validation.error('invite_unknown', 'We do not know this invite code.');
  }
  api.user.setAppMetadata('invited_with', code);
};
