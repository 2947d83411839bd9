import type * as Ours from '@signup-actions/types';
import type * as Theirs from './vendor.ts';

interface Store {
  userMetadata: { plan?: 'free' | 'pro' };
}

// Their event is accepted as ours, and our api as theirs.
declare const theirEvent: Theirs.Event;
declare const ourApi: Ours.PreUserRegistrationAPI;
declare const storeApi: Ours.PreUserRegistrationAPI<Store>;
export const event: Ours.Event = theirEvent;
export const apis: Theirs.PreUserRegistrationAPI[] = [ourApi, storeApi];
export const secrets: Ours.Secrets = theirEvent.secrets;
export const configuration: Ours.Configuration = theirEvent.configuration;

// A handler or module with their types is accepted as ours, with or without declared metadata.
declare const theirHandler: Theirs.PreUserRegistrationAction;
declare const theirModule: Theirs.PreUserRegistrationModule;
export const handler: Ours.PreUserRegistrationAction = theirHandler;
export const storeHandler: Ours.PreUserRegistrationAction<Store> = theirHandler;
export const module: Ours.PreUserRegistrationModule = theirModule;
export const byHand: Ours.PreUserRegistrationAction = async (
  { user }: Theirs.Event,
  api: Theirs.PreUserRegistrationAPI,
): Promise<void> => {
  api.user.setUserMetadata('name', user.email);
};
