async function refuse(api, reason) {
  api.access.deny(reason, 'Your registration was refused.');
  throw new Error(reason);
}
exports.onExecutePreUserRegistration = async (event, api) => {
  if (!event.user.email) await refuse(api, 'no email');
  const response = await fetch(`https://a.example/${event.user.email}`);
  if (!response.ok) await refuse(api, 'not found');
  api.user.setAppMetadata('known', true);
};
