exports.onExecutePreUserRegistration = async (event, api) => {
  let refused = false;
  for (const word of ['spam', 'bot']) {
    if (event.user.email?.includes(word)) {
      api.access.deny(`the word ${word}`, 'Please use another address.');
      refused = true;
      break;
    }
  }
  if (refused) return;
  api.user.setAppMetadata('checked', true);
};
