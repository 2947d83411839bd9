exports.onExecutePreUserRegistration = async (event, api) => {
  const words = ['spam', 'bot'];
  const found = [];
  words.forEach((word) => {
    if (event.user.email?.includes(word)) found.push(word);
  });
  Object.entries(event.user.user_metadata ?? {}).forEach(([name, value]) => {
    if (value) api.user.setAppMetadata(name, String(value));
  });
  if (found.length > 0) return api.access.deny(found.join(', '), 'Please use another address.');
};
