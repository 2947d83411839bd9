exports.onExecutePreUserRegistration = async (event, api) => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 3000);
  const headers = new Headers({ accept: 'application/json' });
  headers.set('x-count', 5);
  const form = new FormData();
  form.append('n', 5);
  const response = await fetch('https://a.example', { method: 'POST', body: form, headers, signal: controller.signal });
  clearTimeout(timer);
  const { data: [row = {}] = [] } = await response.json();
  if (row.blocked) return api.access.deny('blocked', 'Please try again later.');
  await fetch('https://a.example', { signal: AbortSignal.timeout(500), headers: { 'x-n': 5, 'x-u': event.user.username } });
};
