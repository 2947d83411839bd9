// signup-actions-ignore-next-line local-file -- The file stands for a package.
const crm = require('./crm-client.js');

/**
 * Customers of the old shop keep their number as the id of their new account.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  if (!event.user.email) return;
  const customer = await crm.findCustomer(event.user.email);
  if (customer) api.user.setUserId(`customer-${customer.number}`);
};
