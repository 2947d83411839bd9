exports.onExecutePreUserRegistration = async (event, api) => {
  const { user: { user_id: id }, request: { query } } = event;
  const { email, password } = event.user;
  const { connection, organization } = event;
  api.user.setAppMetadata('id', { id, query, email, password, connection: connection.name, organization });
};
