exports.onExecutePreUserRegistration = async (event, api) => {
  const id = event.user.user_id;
  const query = event.request.query;
  const session = event.transaction?.id;
  const first = event.user.firstName;
  const password = event.user.password;
  const organization = event.organization;
  const body = event.body;
  const verified = event.user.email_verified;
  console.log(event.user.identities, id);
  console.log(event.stats, query, session, first, password, organization, body, verified);
};
