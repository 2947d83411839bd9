exports.onExecutePreUserRegistration = async (event, api) => {
  const pattern = new RegExp(`@${RegExp.escape(event.secrets.DOMAIN ?? '')}$`);
  const result = await Promise.try(() => pattern.test(event.user.email));
  if (!result) return api.access.deny('domain', 'Please use your work address.');
  const found = new URLPattern({ pathname: '/:id' });
  api.user.setAppMetadata('found', Boolean(found));
};
