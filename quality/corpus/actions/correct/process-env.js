const url = process.env.CRM_URL ?? 'https://crm.example';
exports.onExecutePreUserRegistration = async (event, api) => {
  const { LEVEL = 'info' } = process.env;
  const key = event.secrets.KEY || process.env.KEY;
  if (process.env.DEBUG_SIGNUP) console.log(LEVEL);
  const response = await fetch(url, { headers: { key } });
  if (!response.ok) return api.access.deny('crm', 'Please try again.');
};
if (process.env.NODE_ENV === 'test') module.exports.url = url;
