exports.onExecutePreUserRegistration = async (event, api) => {
  const key = event.secret.API_KEY;
  const tenant = event.tenant.name;
  const address = event.request.ipAddress;
  const allowed = configuration.ALLOWED;
  if (!secrets.KEY) return api.access.deny(`${key} ${tenant} ${address} ${allowed}`, 'No.');
};
