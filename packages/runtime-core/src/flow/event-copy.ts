import type { Event, Configuration, Secrets } from '@signup-actions/types';
import type { Changes } from '../calls/changes.ts';
import { copyData } from '../data/copy-data.ts';
import { applyMetadata } from '../outcome/created-user.ts';

/** An event as a host has it: secrets and configuration belong to the Actions (F10). */
export type SignupEvent = Omit<Event, 'configuration' | 'secrets'>;

/** What is the running Action's own in its event (F10). */
export interface ActionSettings {
  readonly secrets?: Secrets;
  readonly configuration?: Configuration;
}

/** One Action's own copy of the event: editing it reaches nobody (F9). Throws when it cannot be copied. */
export function copyEvent(
  event: SignupEvent,
  { secrets = {}, configuration = {} }: ActionSettings,
  pending?: Changes,
): Event {
  const copy = copyData({ ...event, secrets, configuration });
  return pending ? { ...copy, user: withPending(copy.user, pending) } : copy;
}

/** Shows an Action what earlier ones have set (M11). */
function withPending(user: Event['user'], changes: Changes): Event['user'] {
  const pending = copyData(changes);
  const appMetadata = applyMetadata(user.app_metadata, pending.appMetadata);
  const userMetadata = applyMetadata(user.user_metadata, pending.userMetadata);
  return {
    ...user,
    ...(appMetadata && { app_metadata: { ...appMetadata } }),
    ...(userMetadata && { user_metadata: { ...userMetadata } }),
  };
}
