const checks = {
  domain(event, api) { return api.access.denied('x', 'Not possible.'); },
  name: (event) => event.user.username.trim(),
};
exports.onExecutePreUserRegistration = async (event, api) => {
  checks.domain(event, api);
  api.user.setAppMetadata('name', checks.name(event));
};
