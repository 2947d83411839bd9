exports.onExecutePreUserRegistration = async (event, api) => {
  let ok = true;
  if (!event.user.username) {
    ok = false;
    api.validation.error('name_missing', 'Please choose a name.');
  }
  if (ok) {
    api.user.setAppMetadata('named', true);
    await fetch('https://a.example/welcome');
  }
};
