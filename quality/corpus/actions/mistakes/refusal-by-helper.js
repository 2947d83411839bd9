exports.onExecutePreUserRegistration = async (event, api) => {
  const refuse = (reason) => {
    api.access.deny(reason, 'Please use another address.');
  };
  if (!event.user.email) refuse('no address');
  api.user.setAppMetadata('checked', true);
};
