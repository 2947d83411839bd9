exports.onExecutePreUserRegistration = async (event, api) => {
  const { user } = event;
  if (!user.email) return;
  const domainOf = () => user.email.split('@')[1];
  async function lookUp() {
    const response = await fetch(`https://mx.example/${user.email.trim()}`);
    return response.ok;
  }
  if (await lookUp()) api.user.setAppMetadata('domain', domainOf());
};
