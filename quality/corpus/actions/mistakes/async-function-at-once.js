exports.onExecutePreUserRegistration = async (event, api) => {
  const isBad = async (ip) => (await fetch(`https://a.example/${ip}`)).ok;
  (async () => {
    if (await isBad(event.request.ip)) api.access.deny('bad', 'Please try again later.');
  })();
};
