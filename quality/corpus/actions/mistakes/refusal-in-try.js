exports.onExecutePreUserRegistration = async (event, api) => {
  try {
    const response = await fetch('https://a.example');
    if (!response.ok) api.access.deny('down', 'Please try again later.');
    const { score } = await response.json();
    api.user.setAppMetadata('score', score);
  } catch (error) {
    api.access.deny('lookup failed', 'Please try again later.');
  }
};
