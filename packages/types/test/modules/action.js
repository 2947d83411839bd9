const { isTeam } = require('actions:team-helpers');
const { planOf } = require('actions:plans');
const elsewhere = require('actions:elsewhere');

/**
 * @param {Event} event
 * @param {PreUserRegistrationAPI} api
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const { email } = event.user;
  if (!isTeam(email)) return api.access.deny('not in the team', 'Please ask us.');
  if (email) api.user.setAppMetadata('plan', planOf(email));
  api.user.setAppMetadata('region', await elsewhere.regionOf(event.request.ip));

  // an argument that the module does not accept, whose code is in the project
  // error: Argument of type 'number' is not assignable to parameter of type 'string'
  isTeam(5);

  // an argument that a declared module does not accept
  // error: Argument of type 'string | undefined' is not assignable to parameter of type 'string'
  planOf(email);
};

// a name that the module does not export
// error: Property 'isTeem' does not exist on type
exports.test = require('actions:team-helpers').isTeem;

// a name that a declared module does not export
// error: Property 'planFor' does not exist on type
exports.testPlan = require('actions:plans').planFor;
