const axios = require('axios');
exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.request.geoip.countryCode === 'XX') {
    api.access.deny('country', 'You cannot sign up from there.');
  }
  const { data } = await axios.get('https://a.example');
  console.log(data);
};
