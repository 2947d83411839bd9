exports.onExecutePreUserRegistration = async (event, api) => {
  const context = { event, api, log: console.log };
  await first(context);
  await second({ ...context, step: 2 }, context.api);
};
async function first({ event, api, log }) {
  log(event.user.id);
  if (event.user.username.length < 3) return api.access.deny('short');
}
async function second(_, api) {
  api.acess.deny('no', 'Not possible.');
}
