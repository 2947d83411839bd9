exports.onExecutePreUserRegistration = async (event, api) => {
  try {
    const response = await fetch('https://a.example', { signal: AbortSignal.timeout(2000) });
    if (response.status === 403) {
      const { message } = await response.json();
      api.access.deny('the service said no', message || 'Please contact us.');
    } else if (response.status === 409) {
      api.access.deny('conflict', 'You have an account already.');
    }
  } catch (error) {
    if (error.name !== 'TimeoutError') throw error;
    api.user.setAppMetadata('late', true);
  }
};
