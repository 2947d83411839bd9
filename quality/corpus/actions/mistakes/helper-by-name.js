const rules = [
  (event, api) => event.user.user_id && api.access.deny('known', 'You have an account.'),
  async (event, api) => { api.access.deny('no'); },
];
exports.onExecutePreUserRegistration = async (event, api) => {
  for (const rule of rules) await rule(event, api);
};
