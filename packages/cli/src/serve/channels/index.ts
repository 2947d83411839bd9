import type { StartingPoint } from '@signup-actions/testing';
import type { Channel } from './channel.ts';
import { databaseChannel } from './database.ts';
import { loginPageChannel } from './login-page.ts';
import { managementChannel } from './management.ts';
import { otpChallengeChannel } from './otp-challenge.ts';
import { passwordlessChannel } from './passwordless.ts';

export type { Answer, Channel, Grade, MalformedBody, PasswordRule, Rejection } from './channel.ts';
export { databaseChannel, managementChannel, otpChallengeChannel, passwordlessChannel };
export { toApiError } from './management.ts';

/** All channels, in the order in which they are shown. */
export const channels: readonly Channel[] = [
  loginPageChannel,
  databaseChannel,
  managementChannel,
  passwordlessChannel,
  otpChallengeChannel,
];

/** How a signup that begins here is responded to. */
export const channelOf: Readonly<Record<StartingPoint, Channel>> = {
  'api-signup': databaseChannel,
  'database-otp': loginPageChannel,
  'management-api': managementChannel,
  'otp-challenge': otpChallengeChannel,
  passkey: loginPageChannel,
  'passwordless-email': loginPageChannel,
  'passwordless-sms': loginPageChannel,
  'universal-login': loginPageChannel,
};
