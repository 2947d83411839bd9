exports.onExecutePreUserRegistration = async (event, api) => {
  const domain = event.user.email.split('@')[1];
  console.log(event.client.name);
  console.log(event.transaction.protocol, domain);
  const plan = event.user.user_metadata.plan;
  const { client_id } = event.client;
  if (event.request.user_agent.includes('curl') && plan && client_id) return;
};
