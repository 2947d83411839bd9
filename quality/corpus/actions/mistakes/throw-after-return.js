const axios = require('axios');
exports.onExecutePreUserRegistration = async (event, api) => {
  const { data } = await axios.get('https://a.example', { params: { mail: event.user.email } });
  if (!data.ok) throw new Error(`${event.user.email} is blacklisted`);
  if (event.user.email?.endsWith('@a.example')) {
    api.user.setAppMetadata('staff', true);
    return;
  }
  throw new Error('Your domain is not allowed');
};
