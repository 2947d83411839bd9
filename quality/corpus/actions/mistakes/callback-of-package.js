const https = require('https');
exports.onExecutePreUserRegistration = async (event, api) => {
  https.get('https://a.example', (response) => {
    if (response.statusCode !== 200) api.access.deny('down', 'Please try again later.');
  });
};
