const request = require('request');
exports.onExecutePreUserRegistration = async (event, api) => {
  const urls = ['https://a.example', 'https://b.example'];
  await urls.forEach(async (url) => {
    if (!(await fetch(url)).ok) api.access.deny(url, 'Please try again later.');
  });
  const answers = await urls.map(async (url) => (await fetch(url)).text());
  new Promise((resolve) => {
    request(urls[0], resolve);
  });
  await setTimeout(() => api.user.setAppMetadata('answers', answers.length), 10);
};
