const KEY = process.env.API_KEY;
exports.onExecutePreUserRegistration = async (event, api) => {
  const { CRM_URL } = process.env;
  const response = await fetch(CRM_URL, { headers: { authorization: `Bearer ${KEY}` } });
  if (!response.ok) return api.access.deny('crm', 'Please try again.');
  await fetch(process.env['HOOK_URL'] + '/done');
};
