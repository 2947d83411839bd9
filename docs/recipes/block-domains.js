/**
 * Refuses addresses of mailboxes that are thrown away after use, at these domains and
 * below them.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const blocked = ['disposable.example', 'tempmail.example'];
  const domain = event.user.email?.split('@').pop()?.toLowerCase();
  if (!domain) return;

  if (blocked.some((name) => domain === name || domain.endsWith(`.${name}`))) {
    return api.access.deny(
      `disposable domain ${domain}`,
      'Please use another e-mail address.',
    );
  }
};
