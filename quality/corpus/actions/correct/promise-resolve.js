exports.onExecutePreUserRegistration = async (event, api) => {
  await new Promise((resolve) => resolve());
  await new Promise((resolve) => setTimeout(resolve, 10));
  await new Promise((done, fail) => {
    if (event.request.ip === '') fail();
    else done();
  });
};
