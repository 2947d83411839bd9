const { log } = console;
const warn = console.warn.bind(console);
const debug = (...values) => console.log('[signup]', ...values);
const trace = (label, data = {}) => debug(label, { data });
const notify = async (body) => fetch('https://a.example', { method: 'POST', body: JSON.stringify(body) });
exports.onExecutePreUserRegistration = async (event, api) => {
  log(event);
  warn(Object.entries(event.secrets));
  debug('signup', event);
  debug('user', event.user);
  trace('signup', event);
  trace('user', event.user);
  await notify(event);
  await notify({ user: event.user });
};
