import { toSignupResponse } from '@signup-actions/runtime-core';
import type { StoredUser } from '../users.ts';
import { explainRejection, toBareId, type Answer, type Channel } from './channel.ts';

/** `POST /passwordless/start`, which also logs users in. No code and no link is sent. */
export const passwordlessChannel: Channel = {
  name: 'POST /passwordless/start',
  created: toStarted,
  known: toStarted,
  rejected(rejection) {
    const message = explainRejection(rejection);
    const isEmail = rejection.type === 'malformed' && rejection.field === 'email';
    return toOAuthError(400, isEmail ? 'bad.email' : 'invalid_request', message);
  },
  // Nothing is known of this response, so it does not show the reason.
  refused(outcome) {
    const { status, body } = toSignupResponse(outcome, { status: { denied: 400 } });
    return toOAuthError(status, 'extensibility_error', String(body['message']));
  },
  grades: { denied: 'our choice', invalid: 'our choice', failed: 'our choice' },
};

function toStarted({ user_id: id, email, phone_number: phone }: StoredUser): Answer {
  const login =
    email === undefined
      ? { phone_number: phone, phone_verified: false }
      : { email, email_verified: false };
  return { status: 200, body: { _id: toBareId(id), ...login } };
}

const toOAuthError = (status: number, error: string, description: string): Answer => ({
  status,
  body: { error, error_description: description },
});
