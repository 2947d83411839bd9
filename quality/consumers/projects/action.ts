import type { PreUserRegistrationAction } from '@signup-actions/types';

export type Store = {
  secrets: { COMPANY_DOMAIN: string };
  userMetadata: { plan?: 'free' | 'team' };
};

export const onExecutePreUserRegistration: PreUserRegistrationAction<Store> = async (
  event,
  api,
) => {
  if (event.user.email?.endsWith('@disposable.example')) {
    return api.access.deny('disposable email', 'Please use your work address.');
  }
  const isTeam = event.user.email?.endsWith(`@${event.secrets.COMPANY_DOMAIN}`) ?? false;
  api.user.setUserMetadata('plan', isTeam ? 'team' : 'free');
};
