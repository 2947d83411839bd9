exports.onExecutePreUserRegistration = async (event, api) => {
  try {
    const response = await fetch('https://a.example');
    if (!response.ok) {
      api.access.deny('the service is down', 'Please try again later.');
      throw new Error(response.statusText);
    }
  } catch (error) {
    api.access.deny(error.message, 'Please try again later.');
  }
};
