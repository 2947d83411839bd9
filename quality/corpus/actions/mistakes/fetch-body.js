exports.onExecutePreUserRegistration = async (event, api) => {
  const response = await fetch('https://a.example', { method: 'POST', body: { ip: event.request.ip } });
  const answer = await response.json;
  let reason;
  const text = 'none';
  if (!answer.ok) text = 'refused';
  if (text) api.access.deny(reason ?? text, 'Please try again later.');
};
