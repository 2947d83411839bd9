// What an Action does with Node's globals is no mistake.

/**
 * @param {Event} event
 * @param {PreUserRegistrationAPI} api
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const response = await fetch('https://example.com', { signal: AbortSignal.timeout(1000) });
  const { team } = await response.json();
  if (response.ok) api.user.setAppMetadata('team', team);
};

/**
 * @param {import('@signup-actions/types').Event} event
 * @param {import('@signup-actions/types').PreUserRegistrationAPI} api
 */
exports.test = (event, api) => exports.onExecutePreUserRegistration(event, api);
