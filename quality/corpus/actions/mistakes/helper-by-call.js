exports.onExecutePreUserRegistration = async (event, api) => {
  const found = rate(event.user, api);
  tag.apply(found);
  return finish({ api, request: event.request });
};
function rate(person, actions) {
  if (person.user_id) actions.access.deny('known');
  return domainOf(person.email);
}
const domainOf = (address) => address.split('@')[1];
const tag = () => {};
function finish({ api, request }) {
  if (request.query) api.access.denied('x', 'Not possible.');
}
