#!/usr/bin/env node
exports.onExecutePreUserRegistration = async (event, api) => {
  if (!event.user.email) return api.access.deny('no address', 'Please give an address.');
};
