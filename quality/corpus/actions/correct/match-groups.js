exports.onExecutePreUserRegistration = async (event, api) => {
  const { groups } = /^(?<local>.+)@(?<domain>.+)$/.exec(event.user.email || '') || {};
  if (groups) api.user.setAppMetadata('domain', groups.domain.toLowerCase());
  const match = (event.user.email || '').match(/\+(\w+)@/);
  if (match && match[1].length > 3) api.user.setUserMetadata('label', match[1]);
};
