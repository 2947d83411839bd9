const domains = @@BLOCKED_DOMAINS@@;
exports.onExecutePreUserRegistration = async (event, api) => {
  if (domains.length) return api.access.deny('blocked', 'Please use another address.');
};
