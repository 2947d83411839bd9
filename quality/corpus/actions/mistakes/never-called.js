exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.connection.strategy !== 'auth0') return api.access.deny;
  api.user.setAppMetadata;
};
