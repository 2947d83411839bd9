exports.onExecutePreUserRegistration = async (event, api) => {
  try {
    const response = await fetch('https://a.example');
    if (!response.ok) {
      return api.access.deny(`status ${response.status}`, 'Please try again later.');
    }
    const { score } = await response.json();
    api.user.setAppMetadata('score', score);
  } catch (error) {
    console.log('lookup failed', error.message);
    api.access.deny(`lookup failed: ${error.message}`, 'Please try again later.');
  }
};
