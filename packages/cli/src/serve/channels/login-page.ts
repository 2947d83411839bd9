import { toSignupResponse } from '@signup-actions/runtime-core';
import { explainRejection, type Channel } from './channel.ts';

/** The login page, which has no API: the response contains what the page shows to the user. */
export const loginPageChannel: Channel = {
  name: 'Login page',
  created: ({ user_id }) => ({ status: 200, body: { user_id } }),
  rejected: (rejection) => ({ status: 400, body: { message: explainRejection(rejection) } }),
  refused: (outcome) => toSignupResponse(outcome, { status: { denied: 400 } }),
  grades: { denied: 'documentation', invalid: 'documentation', failed: 'our choice' },
};
