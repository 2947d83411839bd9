exports.onExecutePreUserRegistration = async ({ user, context, api }) => {
  if (user.email && context.clientName) api.access.deny('no', 'No, sorry.');
  if (context.stats.loginsCount) api.user.setAppMetadata('x', 1);
};
