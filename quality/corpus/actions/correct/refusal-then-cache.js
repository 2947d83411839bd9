exports.onExecutePreUserRegistration = async (event, api) => {
  const attempts = Number(api.cache.get(event.request.ip)?.value ?? 0);
  if (attempts > 5) {
    api.access.deny('too many attempts', 'Please try again later.');
    api.cache.set(event.request.ip, String(attempts + 1), { ttl: 60_000 });
    console.log('refused', event.request.ip);
  } else {
    api.cache.set(event.request.ip, String(attempts + 1));
  }
};
