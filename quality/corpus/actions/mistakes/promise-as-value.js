exports.onExecutePreUserRegistration = async (event, api) => {
  const load = async (ip) => (await fetch(`https://a.example/${ip}`)).json();
  const score = load(event.request.ip);
  if (score.value > 5) return api.access.deny('score', 'Please try again later.');
  const response = await fetch('https://b.example');
  const { blocked } = response.json();
  if (blocked) return api.access.deny(`answer ${response.text()}`, 'Please try again later.');
};
