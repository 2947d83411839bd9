const pino = require('pino')();
exports.onExecutePreUserRegistration = async (event, api) => {
  pino.info(event);
  pino.warn({ key: event.secrets.API_KEY }, 'signup');
  pino.info({ user: event.user.name, ip: event.request.ip });
  api.user.setUserMetadata('all', Object.assign({}, event.secrets));
};
