import type { NotAllowed } from '../not-allowed.ts';

/** A key that the metadata setters take: no empty text, and none with `.` or `$` in it (M8). */
export type MetadataKey<Key extends string> = Key extends ''
  ? NotAllowed<'a key has at least one character'>
  : Key extends `${string}.${string}` | `${string}$${string}`
    ? NotAllowed<'a key has no "." or "$": nest an object under one key'>
    : Key;

/** A key that `setAppMetadata` takes: a {@link MetadataKey} that the platform does not keep for itself (M8). */
export type AppMetadataKey<Key extends string> = Key extends ReservedAppMetadataKey
  ? NotAllowed<'a name that the platform keeps for itself: choose another'>
  : MetadataKey<Key>;

/** The names in `app_metadata` that the platform keeps for itself (M8). */
export type ReservedAppMetadataKey =
  | '__tenant'
  | '_id'
  | 'blocked'
  | 'clientID'
  | 'created_at'
  | 'email'
  | 'email_verified'
  | 'globalClientID'
  | 'global_client_id'
  | 'identities'
  | 'lastIP'
  | 'lastLogin'
  | 'loginsCount'
  | 'metadata'
  | 'multifactor'
  | 'multifactor_last_modified'
  | 'updated_at'
  | 'user_id';
