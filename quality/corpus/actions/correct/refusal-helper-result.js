exports.onExecutePreUserRegistration = async (event, api) => {
  const check = (word) => {
    if (!event.user.email?.includes(word)) return false;
    api.access.deny(`the word ${word}`, 'Please use another address.');
    return true;
  };
  if (check('spam') || check('bot')) return;
  api.user.setAppMetadata('checked', true);
};
