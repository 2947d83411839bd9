exports.onExecutePreUserRegistration = async (event, api) => {
  const { email } = event.user;
  const { user_metadata: meta } = event.user;
  if (email.endsWith('.test')) return;
  console.log(meta.plan);
  const agent = event.request.user_agent;
  const lower = agent.toLowerCase();
  api.user.setAppMetadata('agent', lower);
};
