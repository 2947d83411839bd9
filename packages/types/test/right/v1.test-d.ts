import type { V1Event, V1Handler, V1Result } from '@signup-actions/types/v1';

export const refusing: V1Handler = async (event, context) => {
  if (event.user.email?.endsWith('@mailinator.example')) {
    return { command: { type: 'deny', reason: 'disposable', message: 'Please use your own.' } };
  }
  return { user: { app_metadata: { source: context.secrets['SOURCE'] }, anything: 1 } };
};
export const returningTheUser: V1Handler = async (event) => {
  event.user.user_metadata = { ...event.user.user_metadata, language: event.request['locale'] };
  return { user: event.user };
};
export const result: V1Result = { user: { anything: 1, app_metadata: { source: 'signup' } } };
export const doingNothing: V1Handler = async () => {};
export const typedByHand: V1Handler = async ({ user }: V1Event): Promise<V1Result> => ({ user });
