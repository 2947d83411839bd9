/**
 * Refuses addresses of mailboxes that are thrown away after use, at these domains and
 * below them.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const blocked = ['disposable.example', 'tempmail.example'];
  const name = event.user.email?.split('@').pop()?.trim().toLowerCase();
  // With a dot behind its name a domain is the same one.
  const domain = name?.replace(/\.$/, '');
  if (!domain) return;

  if (blocked.some((above) => domain === above || domain.endsWith(`.${above}`))) {
    return api.access.deny(
      `disposable domain ${domain}`,
      'Please use another e-mail address.',
    );
  }
};
