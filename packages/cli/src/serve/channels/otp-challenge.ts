import { toBareId, type Answer, type Channel } from './channel.ts';

/** `POST /otp/challenge`, where a signup that is blocked looks like a wrong code. */
export const otpChallengeChannel: Channel = {
  name: 'POST /otp/challenge',
  created: ({ user_id }) => ({ status: 200, body: { _id: toBareId(user_id) } }),
  rejected: () => wrongCode,
  refused: () => wrongCode,
  grades: { denied: 'our choice', invalid: 'our choice', failed: 'our choice' },
};

const wrongCode: Answer = {
  status: 400,
  body: { error: 'invalid_request', error_description: 'Wrong email, phone number or code.' },
};
