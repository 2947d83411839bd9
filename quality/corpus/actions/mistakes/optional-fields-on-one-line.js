exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.client.name === 'Portal' && event.user.email.endsWith('@a.example')) {
    const from = { app: event.client.client_id, uri: event.transaction.redirect_uri, on: event.custom_domain.domain };
    api.user.setAppMetadata('from', from);
  }
};
