async function isTaken(name) {
  const response = await fetch(`https://names.example/${name}`);
  return response.status === 200;
}
exports.onExecutePreUserRegistration = async (event, api) => {
  const names = [event.user.username, event.user.nickname];
  if (names.some(async (name) => isTaken(name))) return api.access.deny('taken', 'Please choose another name.');
  const found = names.find(async (name) => (await isTaken(name)) === true);
  if (found) api.user.setAppMetadata('found', true);
};
