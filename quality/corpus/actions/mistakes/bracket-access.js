exports.onExecutePreUserRegistration = async (event, api) => {
  if (!event.request['query']?.['invite']) return api.access.deny('no invite', 'Please use your invitation.');
  if (event['organization']) return;
  const field = 'password';
  console.log(event.user[field]);
  api.access['refuse']('no', 'No, sorry.');
  api['access']['deny']('no');
};
