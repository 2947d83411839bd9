const BLOCKED = ['a.example', 'b.example'];
exports.onExecutePreUserRegistration = async (event, api) => {
  const domain = event.user.email?.split('@')[1];
  const hits = BLOCKED.filter((each) => each === domain);
  if (hits) return api.access.deny('blocked', 'Please use another address.');
  if (BLOCKED.indexOf(domain)) return api.access.deny('blocked', 'Please use another address.');
  if (!Object.keys(event.request.body)) return api.access.deny('empty', 'Please fill in the form.');
  if (domain === 'c.example' || 'd.example') return api.access.deny('blocked', 'Please use another address.');
  if (domain !== 'e.example' || domain !== 'f.example') api.user.setAppMetadata('other', true);
  if (event.user.email?.endsWith('@g.example' || '@h.example')) api.user.setAppMetadata('partner', true);
};
