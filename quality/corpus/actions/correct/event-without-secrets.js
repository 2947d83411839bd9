const hide = (key, value) => (key === 'secrets' ? undefined : value);
const send = async (key, body) => fetch('https://a.example', { method: 'POST', headers: { key }, body: JSON.stringify(body) });
exports.onExecutePreUserRegistration = async (event, api) => {
  console.log({ ...event, secrets: undefined });
  console.log(JSON.stringify(event, hide), JSON.stringify(event, ['user', 'email']));
  console.log(Object.keys(event.secrets));
  const copy = { ...event };
  delete copy.secrets;
  console.log(copy);
  const clone = structuredClone(event);
  clone.secrets = {};
  await send(event.secrets.KEY, clone);
};
