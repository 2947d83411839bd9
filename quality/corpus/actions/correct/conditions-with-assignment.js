const PLACES = ['first', 'second'];
exports.onExecutePreUserRegistration = async (event, api) => {
  let match;
  if ((match = /\+(\w+)@/.exec(event.user.email ?? ''))) api.user.setAppMetadata('tag', match[1]);
  if (!('plan' in event.request.body) || 1 in PLACES) return;
  for (let i = 0; i in PLACES; i += 1) api.user.setUserMetadata(PLACES[i], i);
};
