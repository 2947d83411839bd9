import type { PreUserRegistrationAction } from '@signup-actions/types';

type Store = {
  secrets: { SCORE_URL: string };
  userMetadata: { plan?: 'free' | 'pro' };
};

export const onExecutePreUserRegistration: PreUserRegistrationAction<Store> = async (
  event,
  api,
) => {
  if (!event.user.email) return api.access.deny('no address', 'Please give an e-mail address.');
  const isKnown = event.secrets.SCORE_URL.includes(event.request.ip);
  api.user.setUserMetadata('plan', isKnown ? 'pro' : 'free');
};
