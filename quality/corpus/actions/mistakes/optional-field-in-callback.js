exports.onExecutePreUserRegistration = async (event, api) => {
  const ours = ['corp.example'].some((domain) => event.user.email.endsWith(domain));
  if (ours) api.user.setAppMetadata('ours', true);
};
