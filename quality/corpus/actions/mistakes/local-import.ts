import { isBlocked } from './lib';
import type { Verdict } from './types';
export const onExecutePreUserRegistration = async (event, api): Promise<void> => {
  const verdict: Verdict = isBlocked(event.user.email);
  if (verdict) api.access.deny('blocked', 'Please use another address.');
};
