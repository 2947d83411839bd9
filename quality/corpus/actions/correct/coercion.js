exports.onExecutePreUserRegistration = async (event, api) => {
  if (isNaN('17') || isFinite('4') === false) return;
  const url = new URL('https://a.example');
  url.searchParams.set('n', 5);
  url.searchParams.append('ip', event.request.ip);
  const limit = Math.max('3', parseInt(event.request.body.limit, 10), Number(event.secrets.LIMIT));
  const padded = 'x'.repeat('2').padStart(limit, 0);
  setTimeout(() => {}, '10');
  if ('5' * 2 > limit || padded > 3) console.log('large');
};
