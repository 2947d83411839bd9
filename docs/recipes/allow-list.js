/**
 * Allows users with an address at one of the domains in the secret ALLOWED_DOMAINS, a
 * comma-separated list.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction<{
 *   secrets: { ALLOWED_DOMAINS: string },
 * }>}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const allowed = event.secrets.ALLOWED_DOMAINS.split(',').map((name) =>
    name.trim().toLowerCase(),
  );
  const domain = /.@([^@]+)$/.exec(event.user.email ?? '')?.[1]?.toLowerCase();

  if (!domain || !allowed.includes(domain)) {
    return api.access.deny(
      'domain not on the list',
      'Please sign up with your company address.',
    );
  }
};
