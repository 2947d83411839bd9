exports.onExecutePreUserRegistration = async (event, api) => {
  api.access.denied('no', 'No, sorry.');
  api.idToken.setCustomClaim('plan', 'free');
  api.redirect.sendUserTo('https://a.example');
  api.user.setUserMetaData('plan', 'free');
  api.user.setRoles(['admin']);
  api.multifactor.enable('any');
  api.deny('no', 'No, sorry.');
};
