module.exports = async (event, context) => {
  if (!event.user.email) return { command: { type: 'deny', reason: 'x', message: 'y' } };
  return { user: { app_metadata: { key: context.secrets.KEY } } };
};
