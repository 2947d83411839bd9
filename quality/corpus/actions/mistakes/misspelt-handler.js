exports.onExecutePreUserRegistraton = async (event, api) => {
  api.access.deny('no', 'No, sorry.');
};
