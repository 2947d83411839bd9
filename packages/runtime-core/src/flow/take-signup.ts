import type { Signup } from '../outcome/created-user.ts';
import { copyData } from '../data/copy-data.ts';
import { freezeDeep } from '../data/plain-data.ts';
import type { SignupEvent } from './event-copy.ts';

/** Copies out of an event what the outcome needs. Throws when the event cannot be copied (F13). */
export const takeSignup = ({ user, connection }: SignupEvent): Signup =>
  freezeDeep({ user: copyData(user), strategy: String(connection.strategy) });
