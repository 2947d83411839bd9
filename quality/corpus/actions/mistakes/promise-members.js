const axios = require('axios');
const score = (ip) => {
  return axios.get(`https://a.example/${ip}`).then(({ data }) => data.score);
};
exports.onExecutePreUserRegistration = async (event, api) => {
  const body = await fetch('https://a.example').json();
  const { data } = axios.get('https://b.example');
  const response = fetch('https://c.example');
  if (response.status === 404) return api.access.deny('not found', 'Please try again.');
  if (score(event.request.ip) > 5) return api.access.deny('score', 'Please try again.');
  for (const each of score(event.request.ip)) console.log(each);
  if (['low'].includes(score(event.request.ip))) api.user.setAppMetadata('low', { ...axios('https://d.example') });
  score(event.request.ip);
  api.user.setAppMetadata('seen', [body.a, data]);
};
