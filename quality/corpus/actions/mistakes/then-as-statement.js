exports.onExecutePreUserRegistration = async (event, api) => {
  const check = async () => (await fetch('https://a.example')).json();
  check().then((data) => {
    if (data.blocked) api.access.deny('blocked', 'Please try again later.');
  });
};
