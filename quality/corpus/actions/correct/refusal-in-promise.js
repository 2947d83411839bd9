const axios = require('axios');
exports.onExecutePreUserRegistration = async (event, api) => {
  const answer = await axios.get('https://b.example').catch((error) => {
    api.access.deny(error.message, 'Please try again later.');
  });
  if (!answer) return;
  api.user.setAppMetadata('score', answer.data.score);
  await fetch('https://a.example').then(({ ok }) => {
    if (!ok) api.access.deny('down', 'Please try again later.');
  });
};
