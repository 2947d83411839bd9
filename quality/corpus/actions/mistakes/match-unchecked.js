const FIELD = /^ulp-(\w+)$/;
exports.onExecutePreUserRegistration = async (event, api) => {
  const email = event.user.email ?? '';
  api.user.setUserMetadata('tag', email.match(/\+(\w+)@/)[1]);
  for (const [key, value] of Object.entries(event.request.body)) {
    const [, name] = FIELD.exec(key);
    api.user.setUserMetadata(name, value);
  }
  const match = email.match(/^(?<first>\w+)\./);
  const { first } = match.groups;
  const { groups } = /(?<last>\w+)@/.exec(email);
  api.user.setUserMetadata('name', [first, groups.last]);
};
