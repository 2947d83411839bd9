exports.onExecutePreUserRegistration = async (event, api) => {
  const words = (event.secrets.WORDS ?? '').split(',');
  words.map((word) => {
    if (event.user.email?.includes(word)) return api.access.deny(`word ${word}`, 'Please use another address.');
  });
  await Promise.all(
    words.map(async (word) => {
      const response = await fetch(`https://words.example/${word}`);
      if (!response.ok) api.access.deny(`lookup of ${word}`, 'Please try again.');
    }),
  );
  api.user.setAppMetadata('checked', true);
};
