/**
 * Refuses addresses of disposable mailboxes.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const blocked = ['disposable.example', 'tempmail.example'];
  const domain = event.user.email?.split('@').pop()?.toLowerCase();

  if (domain && blocked.includes(domain)) {
    return api.access.deny('disposable email', 'Please use your work address.');
  }
};
