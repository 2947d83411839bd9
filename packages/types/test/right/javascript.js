// JavaScript with types in comments compiles with every TypeScript under `checkJs`.

/** @typedef {import('@signup-actions/types').Event} Event */
/** @typedef {import('@signup-actions/types').PreUserRegistrationAPI} PreUserRegistrationAPI */

/** @type {import('@signup-actions/types').PreUserRegistrationAction} */
exports.onExecutePreUserRegistration = async (event, api) => {
  const metadata = event.user.app_metadata || {};
  const roles = metadata.roles || [];
  roles.push('member');
  api.user.setAppMetadata('roles', roles);
  if (event.user.email) return;
  return api.access.deny('no address', 'Please give an e-mail address.');
};

/**
 * @typedef {object} Store
 * @property {{ API_KEY: string }} secrets
 * @property {{ plan?: 'free' | 'pro' }} userMetadata
 */

/** @type {import('@signup-actions/types').PreUserRegistrationAction<Store>} */
exports.withShape = async (event, api) => {
  if (event.secrets.API_KEY.length > 0) api.user.setUserMetadata('plan', 'free');
};

/**
 * The dashboard's comment, which refers to the two names above.
 *
 * @param {Event} event
 * @param {PreUserRegistrationAPI} api
 */
exports.fromTheDashboard = async (event, api) => {
  if (!event.transaction) api.access.deny('not the signup page', 'Please sign up on our site.');
  const { API_BASE_URL } = event.secrets;
  api.user.setAppMetadata('source', API_BASE_URL.trim()).user.setUserMetadata('plan', 'free');
};

/** @type {import('@signup-actions/types').PreUserRegistrationModule} */
exports.module = { onExecutePreUserRegistration: exports.fromTheDashboard };
