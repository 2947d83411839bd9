/**
 * Customers of our old shop keep their customer number: it comes with the form and becomes their user id.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const customer = event.request.body['ulp-customer-number'];
  if (customer === undefined) return;
  if (!/^\d{6}$/.test(customer)) {
    return api.validation.error('customer_number', 'A customer number has six digits.');
  }
  api.user.setUserId(`customer-${customer}`);
  api.user.setUserMetadata('customer', { number: customer, since: 'old shop' });
};
