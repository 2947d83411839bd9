async function enforce(event, api) {
  if (!event.user.email) api.access.deny('no email', 'Please enter your address.');
}
exports.onExecutePreUserRegistration = async (event, api) => {
  await enforce(api, event);
};
