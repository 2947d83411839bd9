/**
 * What a project knows of its own tenant. Each part that is declared replaces the open map of the same
 * name in the event, and is checked by the setters of the api.
 *
 * @example
 * ```ts
 * type MyEvent = Event<{ secrets: { API_KEY: string }; userMetadata: { plan?: 'free' | 'pro' } }>;
 * ```
 */
export interface Shape {
  /** Names and values of the Action's secrets. */
  readonly secrets?: object;
  /** Names and values of the Action's configuration. */
  readonly configuration?: object;
  /** Properties of `user_metadata`. */
  readonly userMetadata?: object;
  /** Properties of `app_metadata`. */
  readonly appMetadata?: object;
  /** Fields of the signup form, among them custom inputs as `ulp-<name>`. */
  readonly body?: object;
}

/** Declares nothing. It has a name because JavaScript files would read an anonymous default as `any`. */
export interface PlainShape extends Shape {}

/**
 * A declared part, or the open map in its place. Mapped, so that a part declared by an `interface`
 * is still assignable to the open map.
 */
export type Declared<S extends Shape, Part extends keyof Shape, Plain> = S extends {
  readonly [Name in Part]: infer Properties extends object;
}
  ? { readonly [Name in keyof Properties]: Properties[Name] }
  : Plain;
