const axios = require('axios');

/**
 * Asks a service whether an address is known for abuse. If the service does not respond, the signup is allowed and
 * the account is marked for review.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  try {
    const { data } = await axios.get('https://reputation.example.com/v1/check', {
      params: { email: event.user.email },
      headers: { 'x-api-key': event.secrets.REPUTATION_KEY },
      timeout: 3000,
    });
    if (data.verdict === 'abusive') {
      return api.access.deny('known for abuse', 'We cannot create an account for this address.');
    }
  } catch {
    api.user.setAppMetadata('reputation', 'unchecked');
  }
};
