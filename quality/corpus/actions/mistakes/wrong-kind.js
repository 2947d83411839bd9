exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.request.ip === '1') return api.access.deny(new Error('no'), 'No, sorry.');
  if (event.request.ip === '2') return api.validation.error(404, 'No, sorry.');
  if (event.request.ip === '3') return api.access.deny('no', { text: 'No, sorry.' });
};
