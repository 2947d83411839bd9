exports.onExecutePreUserRegistration = async (event, api) => {
  if (/[^\w.]/.test(event.user.username)) return api.access.deny('bad name', 'Please choose another name.');
  if (/^\+1/.test(event.user.phone_number) && !/x$/.exec(event.user.name)) api.user.setAppMetadata('region', 'na');
  if ('a.example, b.example'.includes(event.user.email?.split('@')[1])) return;
  if (Object.keys({ a: 1 }).some((key) => key.startsWith(event.user.nickname))) return;
};
