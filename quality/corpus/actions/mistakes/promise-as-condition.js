exports.onExecutePreUserRegistration = async (event, api) => {
  const isBlocked = async (ip) => (await fetch(`https://a.example/${ip}`)).ok;
  if (isBlocked(event.request.ip)) return api.access.deny('blocked', 'Please try again later.');
  if (!isBlocked('1.1.1.1') && event.user.name) return;
};
