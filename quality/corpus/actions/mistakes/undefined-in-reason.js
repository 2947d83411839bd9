exports.onExecutePreUserRegistration = async (event, api) => {
  const why = ' has no address';
  if (!event.user.email) return api.access.deny(event.user.email + why, 'Please give an address.');
  if (!event.user.username || event.user.username.length < 3) return api.access.deny(`bad name ${event.user.username}`, 'Please choose a name.');
  const phone = event.user.phone_number;
  if (phone === undefined) return api.access.deny(`bad phone ${phone}`, 'Please give a phone number.');
};
