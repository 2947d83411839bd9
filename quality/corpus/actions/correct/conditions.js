const BLOCKED = ['a.example', 'b.example'];
const filter = (list) => (list.length > 0 ? list : null);
exports.onExecutePreUserRegistration = async (event, api) => {
  const domain = event.user.email?.split('@')[1] || 'none';
  const position = BLOCKED.indexOf(domain);
  if (position >= 0 || ~BLOCKED.indexOf(domain)) return api.access.deny('blocked', 'Please use another address.');
  const words = event.user.name?.split(' ');
  if (words) api.user.setUserMetadata('words', words.length);
  if (filter(BLOCKED) && !domain.indexOf('c.')) api.user.setAppMetadata('c', true);
  const plan = event.user.user_metadata?.plan;
  if (plan !== 'free' && plan !== 'pro') api.user.setUserMetadata('plan', 'free');
  if ((plan || 'free') === 'free') api.user.setAppMetadata('trial', true);
  while (true) {
    if (BLOCKED.length > 1) break;
    BLOCKED.push(domain);
  }
};
