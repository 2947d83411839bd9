import type { StoredUser } from '../users.ts';
import { toBareId, type Answer, type Channel } from './channel.ts';

/** `POST /otp/challenge`, which also logs users in: a signup that is blocked looks like a wrong code. No code is sent. */
export const otpChallengeChannel: Channel = {
  name: 'POST /otp/challenge',
  created: toStarted,
  known: toStarted,
  rejected: () => wrongCode,
  refused: () => wrongCode,
  grades: { denied: 'our choice', invalid: 'our choice', failed: 'our choice' },
};

function toStarted({ user_id: id }: StoredUser): Answer {
  return { status: 200, body: { _id: toBareId(id) } };
}

const wrongCode: Answer = {
  status: 400,
  body: { error: 'invalid_request', error_description: 'Wrong email, phone number or code.' },
};
