import type { Event } from '@signup-actions/types';
import { universalLogin } from './universal-login.ts';

/** A first login by a code in a text message: a phone number in place of an address. */
export const passwordlessSms = (): Event => ({
  ...universalLogin(),
  connection: { id: 'con_exampleSms0000001', name: 'sms', strategy: 'sms', metadata: {} },
  user: { app_metadata: {}, phone_number: '+12025550123', user_metadata: {} },
});
