exports.onExecutePreUserRegistration = async (event, api) => {
  const other = event.user.user_metadata;
  // signup-actions-ignore-next-line optional-field -- the connection asks for an address
  const domain = event.user.email.split('@')[1];
  if (domain === 'a.example' && other) {
    // signup-actions-ignore-next-line call-after-refusal -- both are recorded on purpose
    api.access.deny('blocked', 'Please use another address.');
  }
  api.user.setAppMetadata('domain', domain);
};
