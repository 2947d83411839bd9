import type { NotAllowed, Storable } from './storable.ts';

/**
 * `api.user`: sets what is stored with the user if the flow allows the registration.
 *
 * Metadata is not stored immediately and does not show in `event.user` (M1): the changes of all Actions are
 * stored together when the flow ends (M2), or not at all if it refuses or fails (M6). A value replaces the
 * whole property, and the last call for a key wins (M3).
 *
 * @see {@link https://signup-actions.github.io/signup-actions/contract#metadata | Rules for metadata}
 */
export interface UserAPI<out Root, UserMetadata, AppMetadata> {
  /**
   * Sets a property of `app_metadata`, which only the tenant can edit. It is stored when the flow ends, and
   * not on passwordless connections (M2, M10).
   *
   * Throws if the key is reserved, empty or contains `.` or `$` (M8), if JSON cannot hold the value, for
   * example a bigint or a cycle (M7), and if the changes exceed 32,768 bytes (M9). Call it before the handler
   * settles, not in a callback that runs later: a late call is lost (F8).
   *
   * @param key - The name of the property. Some names are reserved, for example `email` and `blocked` (M8).
   * @param value - A JSON value, copied at once (M7). `null` removes the property (M4), `undefined` changes nothing (M5).
   * @returns The api itself, for chaining (F11).
   *
   * @example
   * ```ts
   * api.user.setAppMetadata('signup', { country: event.request.geoip.countryCode ?? null, score: 3 });
   * ```
   */
  setAppMetadata<Key extends keyof AppMetadata & string, Value>(
    key: AppMetadataKey<Key>,
    value: MetadataValue<AppMetadata, Key, Value>,
  ): Root;

  /**
   * Sets a property of `user_metadata`, which the user can edit. It is stored when the flow ends, and not on
   * passwordless connections (M2, M10).
   *
   * Throws if the key is empty or contains `.` or `$` (M8), if JSON cannot hold the value, for example a
   * bigint or a cycle (M7), and if the changes exceed 32,768 bytes (M9). Call it before the handler settles,
   * not in a callback that runs later: a late call is lost (F8).
   *
   * @param key - The name of the property.
   * @param value - A JSON value, copied at once (M7). `null` removes the property (M4), `undefined` changes nothing (M5).
   * @returns The api itself, for chaining (F11).
   *
   * @example
   * ```ts
   * api.user.setUserMetadata('language', event.request.language ?? 'en').user.setUserMetadata('draft', null);
   * ```
   */
  setUserMetadata<Key extends keyof UserMetadata & string, Value>(
    key: MetadataKey<Key>,
    value: MetadataValue<UserMetadata, Key, Value>,
  ): Root;

  /**
   * Sets the id of the user; a database connection stores it as `auth0|<user_id>`. The last call wins. If no
   * Action calls it, the platform generates an id. Connections other than databases ignore it (U1).
   *
   * Throws unless the id has 1 to 255 characters of `a-z A-Z 0-9 @ . _ + -` (U1).
   *
   * @param user_id - The id without the part up to `|`.
   * @returns The api itself, for chaining (F11).
   *
   * @example
   * ```ts
   * api.user.setUserId(`store-${event.request.body['ulp-customer-number']}`);
   * ```
   */
  setUserId(user_id: string): Root;
}

/** A key that the metadata setters accept: not empty, and without `.` and `$` (M8). */
export type MetadataKey<Key extends string> = Key extends ''
  ? NotAllowed<'a key must not be empty'>
  : Key extends `${string}.${string}` | `${string}$${string}`
    ? NotAllowed<'a key must not contain "." or "$": nest an object under one key'>
    : Key;

/** A key that `setAppMetadata` accepts: a {@link MetadataKey} that is not reserved (M8). */
export type AppMetadataKey<Key extends string> = Key extends ReservedAppMetadataKey
  ? NotAllowed<'a reserved app_metadata key: choose another'>
  : MetadataKey<Key>;

/** The reserved keys of `app_metadata` (M8). */
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

/**
 * A value that the metadata setters accept for a key: the declared type, and `null` if the property is
 * optional (M4). If nothing is declared for the key, anything that JSON can hold.
 */
export type MetadataValue<
  Metadata,
  Key extends keyof Metadata,
  Value,
> = unknown extends Metadata[Key]
  ? Storable<Value>
  : Storable<Exclude<Metadata[Key], undefined>> | Removal<Metadata, Key>;

// Not `Pick`: it turns a name that an index signature admits into a required property.
type Removal<Metadata, Key extends keyof Metadata> = {} extends {
  [Name in keyof Metadata as Extract<Name, Key>]: Metadata[Name];
}
  ? null
  : never;
