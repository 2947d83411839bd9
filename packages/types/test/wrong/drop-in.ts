import type * as Ours from '@signup-actions/types';
import type * as Theirs from '../right/vendor.ts';

declare const theirHandler: Theirs.PreUserRegistrationAction;
declare const theirApi: Theirs.PreUserRegistrationAPI;

// the vendor's api as ours: it has no setUserId
// error: Property 'setUserId' is missing in type
export const api: Ours.API = theirApi;

// the vendor's handler where a secret is declared: it may not know of it
// error: is not assignable to
export const handler: Ours.PreUserRegistrationAction<{ secrets: { API_KEY: string } }> =
  theirHandler;
