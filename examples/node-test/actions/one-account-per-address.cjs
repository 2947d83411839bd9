const { ManagementClient } = require('auth0');

/**
 * Refuses an address that already has an account on another connection. Searches the tenant's users.
 * If the search fails, the flow fails and the signup is refused.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const { email } = event.user;
  if (!email) return;
  const management = new ManagementClient({
    domain: event.secrets.DOMAIN,
    token: event.secrets.MANAGEMENT_TOKEN,
    maxRetries: 0,
  });

  const users = await management.users.listUsersByEmail({ email });
  if (users.length > 0) {
    return api.access.deny('address in use', 'You have an account already. Please log in.');
  }
};
