import type { PreUserRegistrationAction } from '@signup-actions/types';

export const onExecutePreUserRegistration: PreUserRegistrationAction = async (event, api) => {
  if (event.user.email?.endsWith('@disposable.example')) {
    return api.access.deny('disposable email', 'Please use your work address.');
  }
  api.user.setAppMetadata('plan', 'free');
};
