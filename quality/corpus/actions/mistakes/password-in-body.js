exports.onExecutePreUserRegistration = async ({ request: { body }, request }, api) => {
  if (body.password.length < 12) return api.access.deny('short', 'Please choose a longer password.');
  const { password = '', 'ulp-terms': terms } = request.body;
  if (password === terms) api.user.setAppMetadata('strange', true);
};
