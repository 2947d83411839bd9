exports.onExecutePreUserRegistration = async (event, api) => {
  const age = new Date() - new Date(0);
  const days = (Date.now() - new Date(event.request.body.birthday)) / 86_400_000;
  if (days < 0 || new Date('2030-01-01') < new Date() || age < 0) return api.access.deny('young', 'You are too young.');
};
