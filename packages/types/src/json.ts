/** A value that JSON has a form for. */
export type JsonValue =
  | boolean
  | null
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** Stands where a value cannot be: its text, in the compiler's message, says what to do. */
export interface NotJson<Advice extends string> {
  readonly 'not a JSON value': Advice;
}

/**
 * `Value` where JSON can hold it, and {@link NotJson} where it cannot. A value typed by an `interface` is
 * looked into, since interfaces have no index signature; `any` and `unknown` pass.
 */
export type JsonInput<Value> = unknown extends Value
  ? Value
  : Value extends JsonValue
    ? Value
    : Value extends object
      ? JsonObjectInput<Value>
      : Value extends undefined
        ? NotJson<'pass null to remove the property'>
        : NotJson<'pass a string, a number, a boolean, null, an array or a plain object'>;

type JsonObjectInput<Value extends object> = Value extends (...args: never[]) => unknown
  ? NotJson<'a function has no JSON form'>
  : Value extends Date
    ? NotJson<'pass date.toISOString()'>
    : Value extends PromiseLike<unknown>
      ? NotJson<'await the promise first'>
      : Value extends ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>
        ? NotJson<'pass Object.fromEntries(map) or [...set]'>
        : { readonly [Key in keyof Value]: JsonPropertyInput<Value[Key]> };

/** An optional property may be `undefined`: JSON leaves it out. */
type JsonPropertyInput<Value> = undefined extends Value
  ? JsonInput<Exclude<Value, undefined>> | undefined
  : JsonInput<Value>;
