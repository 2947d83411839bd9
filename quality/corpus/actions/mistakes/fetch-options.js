exports.onExecutePreUserRegistration = async (event, api) => {
  const options = { method: 'POST', json: { ip: event.request.ip } };
  await fetch('https://a.example', options);
  await fetch('https://b.example', {
    params: { ip: event.request.ip },
    timeout: 1000,
  });
};
