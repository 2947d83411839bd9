exports.onExecutePreUserRegistration = async (event, api) => {
  const response = await fetch('https://a.example', { timeout: 500 });
  console.log(response.status, encodeURIComponent(undefined));
};
