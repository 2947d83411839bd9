import type { Event, JsonValue } from '@signup-actions/types';
import { setOwn } from '../data/plain-data.ts';
import type { Changes } from '../calls/changes.ts';

/** The user as it would be created: what signup brought, with the changes applied. */
export type CreatedUser = Event['user'] & {
  /** `<strategy>|<id>`, present when an Action set one for a database connection (U1). */
  readonly user_id?: string;
};

/** What an outcome needs of the event: nothing that anybody may still edit. */
export interface Signup {
  readonly user: Event['user'];
  /** Of the connection: decides what is stored. */
  readonly strategy: string;
}

/** Connections without a password keep no metadata (M10). */
export const storesMetadata = (strategy: string): boolean =>
  strategy !== 'email' && strategy !== 'sms';

/** Only a database takes an id from an Action (U1). */
export const takesUserId = (strategy: string): boolean => strategy === 'auth0';

/** Applies the aggregated changes at once (M2), as far as the connection stores them. */
export function applyChanges({ user, strategy }: Signup, changes: Changes): CreatedUser {
  const created: { -readonly [Field in keyof CreatedUser]: CreatedUser[Field] } = { ...user };
  if (storesMetadata(strategy)) {
    const appMetadata = applyMetadata(user.app_metadata, changes.appMetadata);
    const userMetadata = applyMetadata(user.user_metadata, changes.userMetadata);
    if (appMetadata) created.app_metadata = appMetadata;
    if (userMetadata) created.user_metadata = userMetadata;
  }
  if (takesUserId(strategy) && changes.userId !== undefined) {
    created.user_id = `${strategy}|${changes.userId}`;
  }
  return Object.freeze(created);
}

type Metadata = Readonly<Record<string, unknown>>;

/** Each change replaces one top-level property whole (M3); `null` removes it (M4). */
export function applyMetadata(
  before: Metadata | undefined,
  changes: Readonly<Record<string, JsonValue>>,
): Metadata | undefined {
  const entries = Object.entries(changes);
  // Removing what is not there leaves an absent object absent.
  if (!before && entries.every(([, value]) => value === null)) return undefined;
  const after: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(before ?? {})) setOwn(after, key, value);
  for (const [key, value] of entries) {
    if (value === null) delete after[key];
    else setOwn(after, key, value);
  }
  return Object.freeze(after);
}
