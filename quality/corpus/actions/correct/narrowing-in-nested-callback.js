exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.client) {
    const isKnown = [['web']].some((names) => names.some((name) => event.client.name === name));
    if (isKnown) api.user.setAppMetadata('app', event.client.name);
  }
};
