exports.onExecutePreUserRegistration = async (event, api) => {
  try {
    const response = await fetch(`https://crm.example/leads/${event.user.email}`);
    if (!response.ok) throw new Error(response.statusText);
  } catch ({ message, name }) {
    return api.access.deny(`${name}: ${message}` === '' ? 'crm' : message, 'Please try again.');
  }
  await fetch('https://crm.example/done').catch(({ message }) => {
    api.access.deny(message, 'Please try again.');
  });
};
