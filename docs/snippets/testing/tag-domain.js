/**
 * Notes the domain of the address and the application.
 *
 * @type {any}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const domain = event.user.email.split('@')[1];
  api.user.setAppMetadata('domain', domain);
  api.user.setAppMetadata('application', event.client.client_id);
};
