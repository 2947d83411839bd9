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

/**
 * Copies the event once, when the flow starts: the Actions judge the user that is stored, whatever the host does with its
 * event meanwhile (F9). Throws if it cannot be copied or lacks a part, which no Action caused (F13).
 */
export function takeSnapshot(event: SignupEvent): SignupEvent {
  const snapshot = copyData({ ...event, secrets: {}, configuration: {} });
  for (const part of Object.keys(requiredEventParts)) {
    const value: unknown = snapshot[part as keyof SignupEvent];
    if (typeof value === 'object' && value !== null) continue;
    throw unusable(`event.${part} must be an object`, value);
  }
  const { id }: { readonly id: unknown } = snapshot.tenant;
  if (typeof id !== 'string') throw unusable('event.tenant.id must be a string', id);
  freezeDeep(snapshot.user);
  return snapshot;
}

const unusable = (rule: string, received: unknown): TypeError =>
  new TypeError(`Failed to start the flow: ${rule} but received ${describe(received)}.`);

/** What the outcome needs from the snapshot of the event. */
export const toSignup = ({ user, connection }: SignupEvent): Signup =>
  Object.freeze({ user, strategy: String(connection.strategy) });

/** What the event of an Action contains for this Action only (F10). */
export interface ActionSettings {
  readonly secrets: Secrets;
  readonly configuration: Configuration;
}

/** The event of one Action, from copies: its edits do not affect others (F9). */
export function toActionEvent(
  copy: SignupEvent,
  { secrets, configuration }: ActionSettings,
  pending?: Changes,
): Event {
  const own = { ...copy, secrets, configuration };
  return pending ? { ...own, user: withPending(own.user, pending) } : own;
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
