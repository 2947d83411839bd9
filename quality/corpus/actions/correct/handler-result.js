exports.onExecutePreUserRegistration = async (event, api, { now = Date.now } = {}) => {
  const find = () => {
    return { user: event.user, command: 'find' };
  };
  if (find().user.email === undefined) return api.access.deny('no email', 'Please enter an address.');
  api.user.setAppMetadata('at', now());
  return { checked: true };
};
