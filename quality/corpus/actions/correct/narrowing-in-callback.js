exports.onExecutePreUserRegistration = async (event, api) => {
  if (!event.user.email) return api.access.deny('no address', 'Please give an address.');
  const ours = ['corp.example'].some((domain) => event.user.email.endsWith(domain));
  const parts = ['a', 'b'].filter(function (part) {
    return event.user.email.includes(part);
  });
  if (ours || parts.length > 1) api.user.setAppMetadata('ours', true);
};
