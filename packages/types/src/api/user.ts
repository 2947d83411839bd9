import type { JsonInput } from '../json.ts';
import type { Declared, Shape } from '../shape.ts';

/** Sets what will be stored with the user. Nothing changes at once: the changes of all Actions are applied together at the end of the flow (M1, M2). */
export interface UserApi<out S extends Shape, out Root> {
  /**
   * Sets one top-level property of `app_metadata`, whole (M3); `null` removes it (M4). Throws for a key
   * that is empty, holds `.` or `$` or is reserved (M8), for a value that JSON cannot hold (M7), and past
   * 32,768 bytes of changes (M9). Not applied on passwordless connections (M10).
   *
   * @param key - name of the property.
   * @param value - what JSON can hold, taken at the moment of the call.
   * @returns the api, for chaining.
   *
   * @example
   * ```ts
   * api.user.setAppMetadata('plan', 'team');
   * ```
   */
  readonly setAppMetadata: MetadataSetter<Declared<S, 'appMetadata', undefined>, Root>;
  /**
   * Sets one top-level property of `user_metadata`, whole (M3); `null` removes it (M4). Throws for a key
   * that is empty or holds `.` or `$` (M8), for a value that JSON cannot hold (M7), and past 32,768 bytes
   * of changes (M9). Not applied on passwordless connections (M10).
   *
   * @param key - name of the property.
   * @param value - what JSON can hold, taken at the moment of the call.
   * @returns the api, for chaining.
   *
   * @example
   * ```ts
   * api.user.setUserMetadata('company', 'Analytical Engines');
   * ```
   */
  readonly setUserMetadata: MetadataSetter<Declared<S, 'userMetadata', undefined>, Root>;
  /**
   * Chooses the user's id; the last call wins (U1). It is stored with the strategy before it, as
   * `auth0|<user_id>`. Throws for anything but 1 to 255 characters of `a-z A-Z 0-9 @ . _ + -`. Not
   * applied on connections that are no database.
   *
   * @param user_id - the id, without the strategy.
   * @returns the api, for chaining.
   *
   * @example
   * ```ts
   * api.user.setUserId('customer-4711');
   * ```
   */
  setUserId(user_id: string): Root;
}

// Method types: their parameters are compared both ways, so that an api with declared metadata and one
// without can stand for each other.
interface PlainSetter<Root> {
  set<Value>(key: string, value: JsonInput<Value> & Value): Root;
}
interface DeclaredSetter<Properties, Root> {
  set<Key extends keyof Properties & string>(key: Key, value: DeclaredValue<Properties[Key]>): Root;
}

type MetadataSetter<Properties, Root> = Properties extends object
  ? DeclaredSetter<Properties, Root>['set']
  : PlainSetter<Root>['set'];

/** A property that may be absent may be removed. */
type DeclaredValue<Value> = undefined extends Value ? Exclude<Value, undefined> | null : Value;
