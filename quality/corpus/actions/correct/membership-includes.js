exports.onExecutePreUserRegistration = async (event, api) => {
  const BLOCKED = ['throwaway.example'];
  const domain = event.user.email?.split('@')[1];
  if (BLOCKED.includes(domain)) return api.access.deny('disposable', 'Please use another address.');
  if (BLOCKED.indexOf(domain) >= 0 || BLOCKED.lastIndexOf(domain) > 0) return api.access.deny('disposable', 'Please use another address.');
};
