exports.onExecutePreUserRegistration = async (event, api) => {
  const { createHash } = require('crypto');
  const qs = require('querystring');
  const hash = createHash('sha256').update(event.user.email ?? '').digest('hex');
  const address = event.user.email;
  if (!address) return;
  const query = encodeURIComponent(address) + qs.escape(address);
  console.log(hash, query, parseInt(event.request.body.age), String(event.user.username));
};
