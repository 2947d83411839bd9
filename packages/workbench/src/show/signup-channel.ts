import type { SignupEvent } from '@signup-actions/runtime-core';

/** How a signup reached the platform. Each channel shows a refusal in its own way (R2). */
export type SignupChannel = 'login-page' | 'management-api' | 'otp-challenge' | 'signup-api';

/** How a signup reached the platform, as far as its event tells: only a login has a transaction, and only a back end has no client. */
export function toChannel({ transaction, client, request }: SignupEvent): SignupChannel {
  if (transaction) return 'login-page';
  if (!client) return 'management-api';
  return Object.hasOwn(request.body ?? {}, 'allow_signup') ? 'otp-challenge' : 'signup-api';
}

/** What there is to say of a response that is not documented. */
export const unknownResponses: Readonly<
  Record<Extract<SignupChannel, 'management-api' | 'otp-challenge'>, string>
> = {
  'management-api': 'The Management API does not document its response when an Action refuses.',
  'otp-challenge': 'POST /otp/challenge does not document its response when an Action refuses.',
};
