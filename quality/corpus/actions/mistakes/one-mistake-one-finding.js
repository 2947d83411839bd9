exports.onExecutePreUserRegistration = async (event, api) => {
  const id = event.user.user_id ? event.user.user_id : 'new';
  const name = event.client.name + event.client.client_id;
  api.user.setAppMetadata('id', { id, name });
};
