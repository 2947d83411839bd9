/**
 * The comment of the dashboard's template, unchanged.
 *
 * @param {Event} event
 * @param {PreUserRegistrationAPI} api
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.user.email?.endsWith('@mailinator.example')) {
    return api.access.deny('disposable address', 'Please use your work address.');
  }

  // a misspelled property
  // error: Property 'reqest' does not exist on type 'Event<Shape>'. Did you mean 'request'?
  event.reqest.ip;

  // a refusal without a message for the user
  // error: Expected 2 arguments, but got 1
  api.access.deny('disposable address');
};
