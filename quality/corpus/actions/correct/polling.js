exports.onExecutePreUserRegistration = async (event, api) => {
  const ping = () => fetch('https://a.example').then((response) => response.ok, () => false);
  const limit = Date.now() + 5e3;
  while (Date.now() < limit) {
    if (await ping()) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  process.nextTick(() => console.log('done'));
  setTimeout(() => console.log('later'), 10);
};
