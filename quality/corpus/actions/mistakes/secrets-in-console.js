exports.onExecutePreUserRegistration = async (event, api) => {
  const key = event.secrets.API_KEY;
  console.log(event);
  console.log('event', JSON.stringify(event, null, 2));
  console.log(event.secrets);
  console.error(`key ${event.secrets.API_KEY}`);
  console.debug('key', key);
  console.log({ event });
  const { secrets, ...rest } = event;
  console.info(secrets, rest.user);
};
