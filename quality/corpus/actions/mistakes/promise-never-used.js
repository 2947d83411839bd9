const lookup = (ip) => fetch(`https://a.example/${ip}`);
exports.onExecutePreUserRegistration = async (event, api) => {
  const pending = lookup(event.request.ip).then((response) => {
    if (!response.ok) api.access.deny('lookup failed', 'Please try again.');
  });
  const used = lookup(event.request.ip);
  await used;
};
