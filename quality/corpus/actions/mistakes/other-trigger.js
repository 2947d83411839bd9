exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('a', 'b');
};
