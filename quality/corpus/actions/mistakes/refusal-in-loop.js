exports.onExecutePreUserRegistration = async (event, api) => {
  for (const word of ['spam', 'bot']) {
    if (event.user.email?.includes(word)) {
      api.access.deny(`the word ${word}`, 'Please use another address.');
    }
  }
  api.user.setAppMetadata('checked', true);
};
