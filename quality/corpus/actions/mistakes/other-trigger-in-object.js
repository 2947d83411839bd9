const handler = async (event, api) => api.idToken.setCustomClaim('a', 'b');
module.exports = { onExecutePostLogin: handler };
