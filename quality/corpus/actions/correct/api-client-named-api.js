const axios = require('axios');
const api = axios.create({ baseURL: 'https://a.example' });
async function score(api, ip) {
  const { data } = await api.get(`/score/${ip}`);
  return data.score;
}
exports.onExecutePreUserRegistration = async (event, actions) => {
  if ((await score(api, event.request.ip)) > 5) return actions.access.deny('score', 'Please try again later.');
};
