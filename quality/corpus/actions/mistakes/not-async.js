exports.onExecutePreUserRegistration = (event, api) => {
  api.access.denied('x', 'Not possible.');
};
