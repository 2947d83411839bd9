import type * as Ours from '@signup-actions/types';
import type * as Theirs from '../right/vendor.ts';

declare const theirHandler: Theirs.PreUserRegistrationAction;
declare const theirApi: Theirs.PreUserRegistrationAPI;

// the vendor's api as ours, because it has no setUserId
// error: Property 'setUserId' is missing in type
export const api: Ours.API = theirApi;

// the vendor's handler for a shape with a secret, which it may not know
// error: is not assignable to
export const handler: Ours.PreUserRegistrationAction<{ secrets: { API_KEY: string } }> =
  theirHandler;
