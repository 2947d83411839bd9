import type { JsonValue } from '@signup-actions/types';

/** The last value that each key was given; `null` removes. */
export type Pending = Map<string, JsonValue>;

const reserved = `__tenant _id blocked clientID created_at email_verified email globalClientID
  global_client_id identities lastIP lastLogin loginsCount metadata multifactor_last_modified
  multifactor updated_at user_id`.split(/\s+/);

/** Whether a property may have this name (M8). */
export const isMetadataKey = (key: string, kind: 'app' | 'user'): boolean =>
  /^[^.$]+$/u.test(key) && (kind === 'user' || !reserved.includes(key));

/** The changes with one more; throws when they are too large (M9). */
export function setProperty(before: Pending, key: string, json: JsonValue, maxBytes: number) {
  const after = new Map(before).set(key, json);
  if (Buffer.byteLength(JSON.stringify(Object.fromEntries(after))) <= maxBytes) return after;
  throw new Error('too large');
}

/** What is stored once the changes are applied to what signup brought (M2, M3, M4). */
export function applyMetadata(before: unknown, pending: Pending): object {
  const after = [...new Map([...Object.entries(before ?? {}), ...pending])];
  return Object.fromEntries(after.filter(([key, value]) => value !== null || !pending.has(key)));
}
