// In a file that names `Event` without type arguments, it is the plain event and not `any`.

/** @typedef {import('@signup-actions/types').Event} Event */

// a misspelled property
/** @param {Event} event */
// error: Property 'reqest' does not exist on type 'Event<Shape>'
exports.readIp = (event) => event.reqest.ip;

// a misspelled property, with the type imported in place
/** @param {import('@signup-actions/types').Event} event */
// error: Property 'reqest' does not exist on type 'Event<Shape>'
exports.readIpAgain = (event) => event.reqest.ip;

// a refusal without a message for the user
/** @type {import('@signup-actions/types').PreUserRegistrationAction} */
// error: Expected 2 arguments, but got 1
exports.onExecutePreUserRegistration = async (_event, api) => api.access.deny('disposable address');

// one object instead of a key and a value
/** @param {import('@signup-actions/types').API} api */
// error: Expected 2 arguments, but got 1
exports.setPlan = (api) => api.user.setUserMetadata({ plan: 'free' });

// an undeclared secret
/** @type {import('@signup-actions/types').PreUserRegistrationAction<{ secrets: { KEY: string } }>} */
// error: Property 'TOKEN' does not exist on type 'Readonly<{ KEY: string; }>'
exports.withShape = async (event) => event.secrets.TOKEN;

// a secret that is used as a function
/** @param {Event} event */
// error: Property 'call' does not exist on type 'string'
exports.useSecret = (event) => event.secrets['KEY'].call();

// a date as metadata
/** @param {import('@signup-actions/types').PreUserRegistrationAPI} api */
// error: "JSON has no Date: store date.toISOString()"
exports.setDate = (api) => api.user.setUserMetadata('since', new Date());

// a date as metadata, with the short name of the api
/** @param {import('@signup-actions/types').API} api */
// error: "JSON has no Date: store date.toISOString()"
exports.setDateAgain = (api) => api.user.setUserMetadata('since', new Date());
