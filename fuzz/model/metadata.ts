import type { JsonValue } from '@signup-actions/types';

/** The last value that each key was given; `null` removes. */
export type Pending = Map<string, JsonValue>;

const reserved = (
  '__tenant _id blocked clientID created_at email_verified email globalClientID global_client_id identities ' +
  'lastIP lastLogin loginsCount metadata multifactor_last_modified multifactor updated_at user_id'
).split(' ');

/** Whether a property may have this name (M8). */
export const isMetadataKey = (key: unknown, kind: 'app' | 'user'): key is string =>
  typeof key === 'string' && /^[^.$]+$/u.test(key) && (kind === 'user' || !reserved.includes(key));

/** The size of the changes of one kind (M9). */
export const metadataBytes = (pending: Pending): number =>
  Buffer.byteLength(JSON.stringify(Object.fromEntries(pending)));

/** What is stored once the changes are applied to what signup brought (M2, M3, M4). */
export const applyMetadata = (before: unknown, pending: Pending): object =>
  Object.fromEntries(
    [...new Map([...Object.entries(before ?? {}), ...pending])].filter(
      ([key, value]) => value !== null || !pending.has(key),
    ),
  );
