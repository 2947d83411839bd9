exports.onExecutePreUserRegistration = async (event, api) => {
  const problem = new Error('no');
  if (event.request.ip === '1') return api.access.deny('no', problem);
};
