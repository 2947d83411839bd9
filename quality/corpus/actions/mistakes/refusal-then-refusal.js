exports.onExecutePreUserRegistration = async (event, api) => {
  if (!event.user.username) {
    api.validation.error('name_missing', 'Please choose a name.');
  }
  if (!event.user.email?.includes('@')) {
    api.validation.error('mail_missing', 'Please give an address.');
  }
  const response = await fetch('https://a.example');
  if (!response.ok) return api.access.deny('score', 'Please try again later.');
};
