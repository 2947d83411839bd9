exports.onExecutePreUserRegistration = async (event, api) => {
  const domain = event.user.email?.split('@')[1];
  if (domain === 'a.example' || 'b.example' || 'c.example') {
    api.access.deny('blocked', 'Please use another address.');
    throw new Error(`The domain ${domain} is blocked`);
  }
  const { score } = (await fetch('https://a.example')).json();
  console.log(score, event.request['headers']['referer']);
};
