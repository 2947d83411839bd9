exports.onExecutePreUserRegistration = async (event, api) => {
  global.hits = (global.hits || 0) + 1;
  globalThis.seen ??= new Set();
  seen.add(event.request.ip);
  if (hits > 1000) api.user.setAppMetadata('busy', true);
  const text = Buffer.from('aGk=', 'base64').toString();
  const copy = structuredClone({ text });
  console.log(copy, process.version, __filename, require.main === module, crypto.randomUUID(), performance.now());
};
