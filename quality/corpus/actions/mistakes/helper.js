async function refuse(api, why) { api.access.deny(why); }
async function verify(event, api) {
  if (!event.user.email.includes('@')) await refuse(api, 'bad address');
  api.user.setUserMetaData('checked', true);
}
exports.onExecutePreUserRegistration = async (event, api) => { await verify(event, api); };
