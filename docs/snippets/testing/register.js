/**
 * Checks the e-mail address and the company, and prepares the account.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  api.cache.set(`seen:${event.request.ip}`, '1', { ttl: 60_000 });

  if (event.user.email?.endsWith('@disposable.example')) {
    return api.access.deny('disposable email', 'Please use your work address.');
  }
  const company = event.request.body['ulp-company'];
  if (!company) {
    return api.validation.error(
      'company_missing',
      'Please enter the name of your company.',
    );
  }
  api.user.setUserId('cus_7');
  api.user.setUserMetadata('company', company);
  api.user.setAppMetadata('plan', 'free');
};
