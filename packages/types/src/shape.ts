/**
 * The types of a project's own data. Every part is optional: a declared part is checked, and a part that is
 * left out accepts any property name, as an {@link OpenRecord} does.
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
  /** The Action's secrets by name, each a string. A test must then provide them (F10). */
  readonly secrets?: object;
  /** The Action's configuration by name (F10). */
  readonly configuration?: object;
  /** The properties of `user_metadata`, both as the event has them and as the setter accepts them (M3). */
  readonly userMetadata?: object;
  /** The properties of `app_metadata`, both as the event has them and as the setter accepts them (M3). */
  readonly appMetadata?: object;
  /** The fields of the signup form, as they arrive in `event.request.body`. */
  readonly body?: object;
}

/** The part of a shape with this name, or `Otherwise` if the shape does not declare it. */
export type Declared<S, Part extends keyof Shape, Otherwise> = S extends {
  readonly [Name in Part]: infer Known extends object;
}
  ? Readonly<Known>
  : Otherwise;

/**
 * Properties of any name. Values are `any` unless stated otherwise, because each tenant decides what it
 * keeps there; declare a {@link Shape} to have them checked.
 */
export interface OpenRecord<out Value = any> {
  /** The value of a property. */
  readonly [name: string]: Value;
}
