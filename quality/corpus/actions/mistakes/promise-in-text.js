exports.onExecutePreUserRegistration = async (event, api) => {
  const id = async () => (await fetch('https://a.example')).text();
  if (event.request.ip === '1') return api.access.deny('Error ' + id(), 'Please try again later.');
  console.log(`trace ${id()}`);
};
