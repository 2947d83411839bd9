exports.onExecutePreUserRegistration = async (event, api) => {
  api.access.deny(fetch('https://a.example').then((answer) => answer.text()), 'No, sorry.');
};
