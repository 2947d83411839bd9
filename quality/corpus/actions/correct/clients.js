const axios = require('axios');
const { isAxiosError, default: request } = require('axios');
const got = require('got');
const superagent = require('superagent');
const client = axios.create({ baseURL: 'https://a.example', timeout: 2000 });
exports.onExecutePreUserRegistration = async (event, api) => {
  try {
    const { data } = await client.get('/scores', { params: { ip: event.request.ip } });
    const body = await got('https://b.example').json();
    const answer = await superagent.get('https://c.example').set('x-app', 'a').query({ a: 1 });
    const pending = request({ url: 'https://d.example' });
    const late = pending.then(({ status }) => status);
    if ((await late) === 404) return api.access.deny('not found', 'Please try again.');
    api.user.setAppMetadata('seen', [data.score, body.score, answer.status]);
  } catch (error) {
    if (axios.isCancel(error) || !isAxiosError(error)) throw error;
    if (axios.isAxiosError(error) && error.code === 'ECONNABORTED') console.log('too slow');
  }
};
