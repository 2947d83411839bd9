exports.onExecutePreUserRegistration = async (event, api) => {
  const [, domain] = event.user.email?.split('@');
  const [first] = event.user.name.split(' ');
  const { name } = event.client;
  const { locale } = event.transaction ?? {};
  if (domain === 'blocked.example') return api.access.deny(`${first} ${name} ${locale}`, 'Please use another address.');
};
