const domains = '##BLOCKED_DOMAINS##'.split(',');
const more = '@@MORE_DOMAINS@@';
exports.onExecutePreUserRegistration = async (event, api) => {
  const domain = event.user.email?.split('@')[1];
  if (domains.includes(domain) || more.includes(domain)) return api.access.deny('blocked', 'Please use another address.');
};
