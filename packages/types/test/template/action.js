/**
 * The comment of the dashboard's template, as it is written there.
 *
 * @param {Event} event
 * @param {PreUserRegistrationAPI} api
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.user.email?.endsWith('@mailinator.example')) {
    return api.access.deny('disposable address', 'Please use your work address.');
  }

  // a misspelt part
  // error: Property 'reqest' does not exist on type 'Event'. Did you mean 'request'?
  event.reqest.ip;

  // no message for the person
  // error: Expected 2 arguments, but got 1
  api.access.deny('disposable address');
};
