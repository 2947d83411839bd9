exports.onExecutePreUserRegistration = async (event, api) => {
  try {
    await fetch('https://a.example');
  } catch (e) {
    return api.access.deny(e, 'Please try again later.');
  }
  await fetch('https://a.example').catch((error) => api.access.deny(error, 'Please try again later.'));
};
