import type { Event, Api } from './types';
export const onExecutePreUserRegistration = async (event: Event, api: Api): Promise<void> => {
  if (event.user.user_id) api.access.deny('known');
};
