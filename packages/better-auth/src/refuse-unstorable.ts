import type { Outcome } from '@signup-actions/runtime-core';
import { toUnstored } from '@signup-actions/runtime-core/internal';
import type { BetterAuthOptions } from 'better-auth';
import { toStoredUser } from './to-stored-user.ts';

/**
 * Makes an allowed outcome a failure if Better Auth would give the user another id than the one that an Action set: to let
 * the user in without it would be a decision that no Action made.
 */
export function refuseUnstorable(outcome: Outcome, { advanced }: BetterAuthOptions): Outcome {
  if (outcome.status !== 'allowed') return outcome;
  const { id } = toStoredUser(outcome);
  const generateId = advanced?.database?.generateId;
  if (id === undefined || typeof generateId !== 'string' || keptIds[generateId](id)) return outcome;
  const message = `Failed to let the user in: an Action set the user id ${JSON.stringify(id)}, which Better Auth replaces, because its option advanced.database.generateId is '${generateId}'.\nChange the option, or set an id that it keeps.`;
  return toUnstored(outcome, { name: 'InexpressibleError', message });
}

/** Which ids Better Auth keeps, by how it generates its own. A database writes UUIDs in lower case. */
const keptIds: Readonly<Record<'serial' | 'uuid', (id: string) => boolean>> = {
  serial: (id) => /^[1-9]\d*$/.test(id) && Number.isSafeInteger(Number(id)),
  uuid: (id) => /^[\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id),
};
