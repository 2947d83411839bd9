const axios = require('axios');
exports.onExecutePreUserRegistration = async (event, api) => {
  await fetch('https://a.example').then(({ ok }) => {
    if (!ok) api.access.deny('down', 'Please try again later.');
  });
  const answer = await axios.get('https://b.example').catch((error) => {
    api.access.deny(error.message, 'Please try again later.');
  });
  api.user.setAppMetadata('score', answer.data.score);
};
