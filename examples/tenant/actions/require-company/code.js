/**
 * Checks the company field that the signup page asks for, and keeps it. A signup that did not come through
 * the page has no such field.
 *
 * @param {Event} event - Details about the registration.
 * @param {PreUserRegistrationAPI} api - Methods to change what the registration does.
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  if (!event.transaction) return;

  const company = String(event.request.body['ulp-company'] ?? '').trim();
  if (company.length < 2) {
    return api.validation.error('company_missing', 'Please enter the name of your company.');
  }
  api.user.setUserMetadata('company', company);
};
