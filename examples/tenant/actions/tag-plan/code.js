/**
 * Starts users from our customers' domains on the team plan, all others on the free plan. TEAM_DOMAINS is a
 * comma-separated list of these domains.
 *
 * @param {Event} event - Details about the registration.
 * @param {PreUserRegistrationAPI} api - Methods to change what the registration does.
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const teams = event.secrets.TEAM_DOMAINS.split(',').map((domain) => domain.trim());
  const domain = event.user.email?.split('@').pop()?.toLowerCase() ?? '';

  api.user.setAppMetadata('plan', teams.includes(domain) ? 'team' : 'free');
  api.user.setAppMetadata('signed_up_with', event.client?.name ?? 'no application');
};
