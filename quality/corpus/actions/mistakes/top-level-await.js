const list = await fetch('https://lists.example/blocked').then((response) => response.json());
exports.onExecutePreUserRegistration = async (event, api) => {
  if (list.includes(event.user.email)) api.access.deny('blocked', 'Please use another address.');
};
