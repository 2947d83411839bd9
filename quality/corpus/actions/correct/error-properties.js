exports.onExecutePreUserRegistration = async (event, api) => {
  const refuse = (message) => {
    const error = new Error(message);
    error.code = 'E_REFUSED';
    error.status = 403;
    throw error;
  };
  try {
    if (event.request.ip === '') refuse('no address');
  } catch (error) {
    if (error.code === 'E_REFUSED') return api.access.deny(error.message, 'Please try again later.');
  }
};
