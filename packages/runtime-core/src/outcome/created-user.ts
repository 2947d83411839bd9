import type { Event, JsonValue } from '@signup-actions/types';
import { setOwn } from '../data/plain-data.ts';
import type { Changes } from '../calls/changes.ts';

/** The user to create: the user of the event with the changes applied. */
export type CreatedUser = Event['user'] & {
  /** `<strategy>|<id>`; present if an Action set an id and the connection is a database (U1). */
  readonly user_id?: string;
};

/** What an outcome needs from the event, copied so that Actions and host cannot edit it. */
export interface Signup {
  readonly user: Event['user'];
  /** The strategy of the connection; it determines what is stored. */
  readonly strategy: string;
}

/** Passwordless connections store no metadata (M10). */
export const storesMetadata = (strategy: string): boolean =>
  strategy !== 'email' && strategy !== 'sms';

/** Only database connections accept a user id from an Action (U1). */
export const acceptsUserId = (strategy: string): boolean => strategy === 'auth0';

/** Applies the aggregated changes (M2), as far as the connection stores them. */
export function applyChanges({ user, strategy }: Signup, changes: Changes): CreatedUser {
  const created: { -readonly [Field in keyof CreatedUser]: CreatedUser[Field] } = { ...user };
  if (storesMetadata(strategy)) {
    const appMetadata = applyMetadata(user.app_metadata, changes.appMetadata);
    const userMetadata = applyMetadata(user.user_metadata, changes.userMetadata);
    if (appMetadata) created.app_metadata = appMetadata;
    if (userMetadata) created.user_metadata = userMetadata;
  }
  if (acceptsUserId(strategy) && changes.userId !== undefined) {
    created.user_id = `${strategy}|${changes.userId}`;
  }
  return Object.freeze(created);
}

type Metadata = Readonly<Record<string, unknown>>;

/** Each change replaces a whole top-level property (M3); `null` removes it (M4). */
export function applyMetadata(
  before: Metadata | undefined,
  changes: Readonly<Record<string, JsonValue>>,
): Metadata | undefined {
  const entries = Object.entries(changes);
  // Removing missing properties does not create the object.
  if (!before && entries.every(([, value]) => value === null)) return undefined;
  const after: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(before ?? {})) setOwn(after, key, value);
  for (const [key, value] of entries) {
    if (value === null) delete after[key];
    else setOwn(after, key, value);
  }
  return Object.freeze(after);
}
