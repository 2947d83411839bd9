// The checks run in the order of the list, until one refuses.
const hasMetadata = (event, api) => {
  if (!event.user.user_metadata) return api.access.deny('no metadata', 'Please fill in the form.');
};
const isAdult = (event, api) => {
  if (event.user.user_metadata.age < 18) return api.access.deny('age', 'You are too young.');
};
const checks = [hasMetadata, isAdult];
const rules = [
  { test: ({ user }) => user.email === undefined, reason: 'no email' },
  { test: ({ user }) => user.email.endsWith('.test'), reason: 'test address' },
];
exports.onExecutePreUserRegistration = async (event, api) => {
  for (const check of checks) if (check(event, api)) return;
  const rule = rules.find(({ test }) => test(event));
  if (rule) return api.access.deny(rule.reason, 'Please use another address.');
};
