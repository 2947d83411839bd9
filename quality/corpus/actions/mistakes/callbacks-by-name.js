const request = require('request');
exports.onExecutePreUserRegistration = async (event, api) => {
  const refuse = (word) => {
    if (event.user.name?.includes(word)) api.access.deny(`the word ${word}`, 'Please choose another name.');
  };
  ['spam', 'bot'].forEach(refuse);
  const done = (error, response) => {
    if (error || response.statusCode !== 200) api.access.deny('down', 'Please try again later.');
  };
  request('https://a.example', done);
  const ask = async (url) => {
    const response = await fetch(url);
    if (!response.ok) api.access.deny(url, 'Please try again later.');
  };
  ['https://a.example'].forEach(ask);
  const isListed = (url) => fetch(url).then(({ ok }) => ok);
  if (['https://b.example'].some(isListed)) return api.access.deny('listed', 'Please try again later.');
  const later = () => api.user.setAppMetadata('late', true);
  setTimeout(later, 10);
};
