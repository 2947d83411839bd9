exports.onExecutePreUserRegistration = async (event, api) => {
  const domain = event.user.email?.split('@')[1] ?? '';
  const blocked = new Set(['a.example']);
  if (domain.contains('spam') || ['b.example'].has(domain)) return;
  if (blocked.includes(domain) || event.request.ip.contains(':')) return;
};
