// RegExp.escape is not in Node 22.
const escape = RegExp.escape ? (text) => RegExp.escape(text) : (text) => text.replace(/[.]/g, '[.]');
const URLPattern = require('urlpattern-polyfill');
exports.onExecutePreUserRegistration = async (event, api) => {
  const groups = Object.groupBy(['a', 'b'], (each) => each);
  const { promise, resolve } = Promise.withResolvers();
  resolve(new URLPattern({ pathname: '/:id' }));
  await promise;
  if (typeof Temporal !== 'undefined') console.log(Temporal.Now.instant().toString());
  api.user.setAppMetadata('groups', Object.keys(groups).concat(escape('a.b')));
};
