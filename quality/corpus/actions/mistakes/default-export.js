export default async function onExecutePreUserRegistration(event, api) {
  if (!event.user.email) api.access.deny('no email', 'Please enter your address.');
}
