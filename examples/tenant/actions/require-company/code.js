/**
 * Checks and stores the company field of the signup page. A signup that did not come through the page does not
 * have this field.
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
