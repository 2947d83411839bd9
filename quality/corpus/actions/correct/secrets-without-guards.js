// Whether a secret has a value is up to the Action's settings. A run names those that were read and have none.
exports.onExecutePreUserRegistration = async (event, api) => {
  const domains = event.secrets.ALLOWED_DOMAINS.split(',').map((domain) => domain.trim());
  const { limits } = JSON.parse(event.secrets.CONFIG);
  const { API_URL, PATTERN = '' } = event.secrets;
  const url = new URL(`/check/${API_URL.length}`, API_URL);
  if (!domains.includes(event.user.email?.split('@')[1])) return api.access.deny('domain', 'Please use your work address.');
  if (new RegExp(PATTERN).test(url.href)) api.user.setAppMetadata('limits', limits);
};
