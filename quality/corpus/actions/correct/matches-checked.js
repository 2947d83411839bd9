const PHONE = /^\+(\d{1,3})/;
exports.onExecutePreUserRegistration = async (event, api) => {
  const email = event.user.email ?? '';
  if (!email.includes('@')) return api.access.deny('no address', 'Please give an address.');
  const domain = email.match(/@(.+)$/)[1];
  const last = /[^.]*$/.exec(domain)[0];
  const phone = event.user.phone_number ?? '';
  if (PHONE.test(phone)) api.user.setUserMetadata('code', phone.match(PHONE)[1]);
  const match = email.match(/\+(\w+)@/);
  const tag = match ? match[1] : null;
  const parts = PHONE.exec(phone)?.[1] ?? (email.match(/\w/g) || []).length;
  api.user.setUserMetadata('parts', { last, tag, parts });
};
