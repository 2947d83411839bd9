/** @type {import('@signup-actions/types/v1').V1Handler} */
module.exports = async (event, context) => {
  const names = context.secrets.RESERVED_NAMES?.split(',') ?? [];
  if (event.user.username && names.includes(event.user.username)) {
    const message = 'Please choose another name.';
    return { command: { type: 'deny', reason: 'reserved name', message } };
  }
  return { user: { app_metadata: { language: event.request.language ?? 'en' } } };
};
