import type { Event } from '@signup-actions/types';
import { apiSignup } from './api-signup.ts';
import { managementApi } from './management-api.ts';
import { passwordlessEmail } from './passwordless-email.ts';
import { passwordlessSms } from './passwordless-sms.ts';
import { universalLogin } from './universal-login.ts';

/** The ways in which a signup reaches the trigger. */
export type StartingPoint =
  | 'api-signup'
  | 'management-api'
  | 'passwordless-email'
  | 'passwordless-sms'
  | 'universal-login';

/** A valid event for each way of signing up, made anew at each call. */
export const startingPoints: Readonly<Record<StartingPoint, () => Event>> = Object.freeze({
  'api-signup': apiSignup,
  'management-api': managementApi,
  'passwordless-email': passwordlessEmail,
  'passwordless-sms': passwordlessSms,
  'universal-login': universalLogin,
});
