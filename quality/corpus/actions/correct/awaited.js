exports.onExecutePreUserRegistration = async (event, api) => {
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const load = async (path) => (await fetch(`https://a.example/${path}`)).json();
  await wait(5);
  const [first, second] = await Promise.all([load('a'), load('b')]);
  const later = load('c');
  const results = await Promise.allSettled(['d', 'e'].map(async (path) => load(path)));
  void load('fire-and-forget');
  const third = await load('f').then((data) => data.score).catch(() => 0);
  await later;
  for await (const part of [first, second]) results.push(part);
  if (third > 1) return load('g').then(({ score }) => api.user.setAppMetadata('score', score));
};
