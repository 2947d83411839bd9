/**
 * Works on every connection. Passwordless connections identify users by a phone number
 * or an email address, and store no metadata.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const { strategy } = event.connection;
  const number = event.user.phone_number;

  if (strategy === 'sms' && !number?.startsWith('+351')) {
    return api.access.deny('foreign number', 'Please use a Portuguese phone number.');
  }
  if (strategy === 'email' || strategy === 'sms') return;

  api.user.setUserMetadata('language', event.request.language ?? 'en');
};
