async function isBlocked(email) {
  const response = await fetch(`https://blocked.example/?email=${email}`);
  return response.ok;
}
exports.onExecutePreUserRegistration = async (event, api) => {
  const blocked = isBlocked(event.user.email);
  if (blocked) return api.access.deny('blocked', 'Please use another address.');
};
