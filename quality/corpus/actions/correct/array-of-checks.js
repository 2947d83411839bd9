const checks = [
  { test: (event) => /spam/.test(event.user.email), refuse: (api) => api.access.deny('spam', 'Please use another address.') },
  { test: (event) => event.request.ip.startsWith('10.'), refuse: (api) => api.access.deny('ip', 'Please try again later.') },
];
exports.onExecutePreUserRegistration = async (event, api) => {
  const deny = (...texts) => api.access.deny(...texts);
  const hit = checks.find((check) => check.test(event));
  if (hit) return hit.refuse(api);
  if (event.user.email?.endsWith('.test')) return deny('test', 'Please use another address.');
};
