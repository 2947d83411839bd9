import type { SignupEvent } from '@signup-actions/runtime-core';
import { toPrintable } from './to-printable.ts';

/** Who signs up, by the name they log in with. */
export const formatWho = ({ user }: SignupEvent): string =>
  toPrintable(user.email ?? user.phone_number ?? user.username ?? 'somebody without a name');
