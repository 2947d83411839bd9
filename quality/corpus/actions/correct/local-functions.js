exports.onExecutePreUserRegistration = async (event, api) => {
  if (isBlocked(event)) return refuse(api, 'blocked');
  return tag(api, event.user);
};
function isBlocked({ user }) {
  return domainOf(user) === 'a.example';
}
const domainOf = (user) => (user.email || '').split('@')[1];
function refuse(api, reason) {
  return api.access.deny(reason, 'Please use another address.');
}
const tag = async (api, { email, name }) => {
  if (email) api.user.setAppMetadata('label', name ?? email.split('@')[0]);
};
