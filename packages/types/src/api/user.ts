import type { AppMetadataKey, MetadataKey } from './metadata-key.ts';
import type { MetadataValue } from './metadata-value.ts';

/** `api.user`: what is stored with the user once the flow lets them in. */
export interface UserAPI<out Root, UserMetadata, AppMetadata> {
  /**
   * Sets one property of `app_metadata`, which the tenant edits and the user does not. Nothing changes at
   * once, in `event.user` neither: the changes of all Actions are put together and stored when the flow
   * ends, and none where it refuses or fails. The value replaces the property whole; for one key the last
   * call wins. Passwordless connections store none.
   *
   * Throws for a key that is reserved, empty or has `.` or `$` in it, for a value that JSON cannot hold
   * (a bigint, a cycle), and past 32,768 bytes of changes. Call it before the handler settles, not from a
   * callback that outlives it: what comes late is lost.
   *
   * @param key - The property's name. The platform keeps some for itself, such as `email` and `blocked`.
   * @param value - What JSON can hold, taken at this moment; `null` removes the property, `undefined` changes nothing.
   * @returns The api itself, for a chain of calls.
   * Source: F8, F11, M1 to M10.
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
   * Sets one property of `user_metadata`, which the user may edit. Nothing changes at once, in `event.user`
   * neither: the changes of all Actions are put together and stored when the flow ends, and none where it
   * refuses or fails. The value replaces the property whole; for one key the last call wins. Passwordless
   * connections store none.
   *
   * Throws for a key that is empty or has `.` or `$` in it, for a value that JSON cannot hold (a bigint, a
   * cycle), and past 32,768 bytes of changes. Call it before the handler settles, not from a callback that
   * outlives it: what comes late is lost.
   *
   * @param key - The property's name.
   * @param value - What JSON can hold, taken at this moment; `null` removes the property, `undefined` changes nothing.
   * @returns The api itself, for a chain of calls.
   * Source: F8, F11, M1 to M10.
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
   * Chooses the id that the user gets: `auth0|<user_id>` is what a database stores. The last call wins;
   * without one the platform makes an id up. Connections that are no database ignore it.
   *
   * Throws unless the id has 1 to 255 characters out of `a-z A-Z 0-9 @ . _ + -`.
   *
   * @param user_id - The id, without the part before the bar.
   * @returns The api itself, for a chain of calls.
   * Source: F11, U1.
   *
   * @example
   * ```ts
   * api.user.setUserId(`store-${event.request.body['ulp-customer-number']}`);
   * ```
   */
  setUserId(user_id: string): Root;
}
