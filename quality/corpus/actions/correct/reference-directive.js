/// <reference types="@auth0/actions/pre-user-registration/v2/globals" />
/// <reference path="../types.d.ts" />
/// <reference lib="dom" />
exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.user.email?.endsWith('.test')) return api.access.deny('test address', 'Please use another address.');
};
