exports.onExecutePreUserRegistration = async (event, api) => {
  const { createHash } = require('node:crypto');
  const encoded = encodeURIComponent(event.user.email);
  const hash = createHash('md5').update(event.user.username).digest('hex');
  const data = JSON.parse(event.request.user_agent);
  api.user.setAppMetadata('hash', hash + encoded + data.x);
};
