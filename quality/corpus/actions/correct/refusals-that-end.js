exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.request.ip === '1') {
    api.access.deny('one', 'Please try again later.');
    return;
  }
  if (event.request.ip === '2') {
    api.access.deny('two', 'Please try again later.');
  } else {
    api.user.setAppMetadata('checked', true);
  }
};
