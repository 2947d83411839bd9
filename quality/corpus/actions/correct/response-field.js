const axios = require('axios');
exports.onExecutePreUserRegistration = async (event, api) => {
  const response = await axios.post('https://crm.example/leads', { email: event.user.email });
  if (response.status !== 201) return api.access.deny(`crm ${response.statusText}`, 'Please try again.');
  api.user.setAppMetadata('crm_id', response.data.id ?? response.headers.location);
  const { data } = await axios({ url: 'https://crm.example/status', method: 'get' });
  const answer = await fetch('https://crm.example/status');
  if (!answer.ok || answer.headers.get('x-closed') || data.closed) return api.access.deny('closed', 'Come back tomorrow.');
  const body = await answer.json();
  api.user.setAppMetadata('data', body.data ?? null);
};
