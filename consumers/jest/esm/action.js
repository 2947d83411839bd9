/** @type {import('@signup-actions/types').PreUserRegistrationAction} */
export const onExecutePreUserRegistration = async (event, api) => {
  if (event.user.email?.endsWith('@disposable.example')) {
    return api.access.deny('disposable email', 'Please use your work address.');
  }
  const isTeam = event.user.email?.endsWith(`@${event.secrets.COMPANY_DOMAIN}`);
  api.user.setUserMetadata('plan', isTeam ? 'team' : 'free');
};
