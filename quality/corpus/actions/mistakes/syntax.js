exports.onExecutePreUserRegistration = async (event, api) => {
  const = 1;
};
