/**
 * What a project knows about its own data. Every part is optional: a declared one is checked, one that is
 * left out reads as leniently as an {@link OpenRecord}.
 *
 * @example
 * ```ts
 * type Store = {
 *   secrets: { API_KEY: string };
 *   userMetadata: { plan?: 'free' | 'pro' };
 * };
 * export const onExecutePreUserRegistration: PreUserRegistrationAction<Store> = async (event, api) => {
 *   if (event.secrets.API_KEY) api.user.setUserMetadata('plan', 'free');
 * };
 * ```
 */
export interface Shape {
  /** The Action's secrets by name, each a string. A test then has to provide them (F10). */
  readonly secrets?: object;
  /** The Action's configuration by name (F10). */
  readonly configuration?: object;
  /** The properties of `user_metadata`: what is read from the event, and what the setter takes (M3). */
  readonly userMetadata?: object;
  /** The properties of `app_metadata`: what is read from the event, and what the setter takes (M3). */
  readonly appMetadata?: object;
  /** The fields of the signup form, as they arrive in `event.request.body`. */
  readonly body?: object;
}

/** The part of a shape with this name where one is declared, otherwise what the platform says of it. */
export type Declared<S, Part extends keyof Shape, Otherwise> = S extends {
  readonly [Name in Part]: infer Known extends object;
}
  ? Readonly<Known>
  : Otherwise;
