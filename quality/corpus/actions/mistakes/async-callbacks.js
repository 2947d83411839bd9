exports.onExecutePreUserRegistration = async (event, api) => {
  ['a', 'b'].forEach(async (path) => {
    const response = await fetch(`https://a.example/${path}`);
    if (!response.ok) api.access.deny('path', 'Please try again later.');
  });
  ['a'].map(async (path) => fetch(path));
  setTimeout(() => api.access.deny('slow', 'Please try again later.'), 100);
};
