exports.onExecutePreUserRegistration = async (event, api) => {
  const { user: { email, user_metadata: { company } }, client: { name } } = event;
  const { transaction: { locale } = {}, custom_domain: { domain } } = event;
  api.user.setAppMetadata('from', [email ?? null, company, name, locale ?? null, domain]);
};
