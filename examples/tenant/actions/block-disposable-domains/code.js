/**
 * Refuses addresses at domains that are known for disposable mailboxes. BLOCKED_DOMAINS is a comma-separated
 * list of these domains.
 *
 * @param {Event} event - Details about the registration.
 * @param {PreUserRegistrationAPI} api - Methods to change what the registration does.
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const blocked = event.secrets.BLOCKED_DOMAINS.split(',').map((domain) => domain.trim());
  const domain = event.user.email?.split('@').pop()?.toLowerCase();

  if (domain && blocked.some((suffix) => domain === suffix || domain.endsWith(`.${suffix}`))) {
    return api.access.deny(
      `disposable e-mail domain ${domain}`,
      'Please sign up with your work address.',
    );
  }
};
