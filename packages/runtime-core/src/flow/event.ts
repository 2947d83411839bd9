import type { Configuration, Event, Secrets } from '@signup-actions/types';
import type { Changes } from '../calls/changes.ts';
import { copyData } from '../data/copy-data.ts';
import { freezeDeep } from '../data/plain-data.ts';
import { applyMetadata, type Signup } from '../outcome/created-user.ts';
import { describe } from '../text/describe.ts';

/** An event without secrets and configuration, which belong to the Actions (F10). */
export type SignupEvent = Omit<Event, 'configuration' | 'secrets'>;

/**
 * What an event must contain: these objects, and these fields in each of them.
 *
 * @internal
 */
export const requiredEventParts: { readonly [part: string]: readonly string[] } = Object.freeze({
  user: Object.freeze([]),
  connection: Object.freeze(['id', 'name', 'strategy']),
  tenant: Object.freeze(['id']),
  request: Object.freeze(['body', 'geoip', 'ip', 'method']),
});

/** Throws if the event lacks one of its objects; no Action caused that (F13). */
export function assertEvent(event: unknown): void {
  for (const part of Object.keys(requiredEventParts)) {
    const value = (event as Readonly<Record<string, unknown>> | undefined | null)?.[part];
    if (typeof value === 'object' && value !== null) continue;
    throw new TypeError(
      `Failed to start the flow: event.${part} must be an object but received ${describe(value)}.`,
    );
  }
}

/** Copies what the outcome needs from the event. Throws if it cannot be copied (F13). */
export const toSignup = ({ user, connection }: SignupEvent): Signup =>
  freezeDeep({ user: copyData(user), strategy: String(connection.strategy) });

/** What the event of an Action contains for this Action only (F10). */
export interface ActionSettings {
  readonly secrets?: Secrets;
  readonly configuration?: Configuration;
}

/** Copies the event for one Action: its edits do not affect others (F9). Throws if the event cannot be copied. */
export function copyEvent(
  event: SignupEvent,
  { secrets = {}, configuration = {} }: ActionSettings,
  pending?: Changes,
): Event {
  const copy = copyData({ ...event, secrets, configuration });
  return pending ? { ...copy, user: withPending(copy.user, pending) } : copy;
}

/** Shows an Action the changes of earlier ones (M11). */
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
