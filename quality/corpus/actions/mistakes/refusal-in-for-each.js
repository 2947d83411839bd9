exports.onExecutePreUserRegistration = async (event, api) => {
  ['a.example', 'b.example'].forEach((domain) => {
    if (event.user.email?.endsWith(domain)) {
      api.access.deny('blocked', 'Please use another address.');
    }
  });
  api.user.setAppMetadata('checked', true);
};
