import type { Event } from '../event/event.ts';

/**
 * A value that the metadata setters accept: `Value` itself if JSON can hold it, {@link NotAllowed} if not,
 * checked at every depth (M5, M7). `any` and `unknown` are accepted unchecked.
 *
 * `JsonValue` is tested first, because the compiler would otherwise expand it endlessly. Properties are
 * tested one by one after that, because an interface never extends `JsonValue`: it could be merged with
 * another declaration.
 */
export type Storable<Value> = unknown extends Value
  ? Value
  : Value extends JsonValue
    ? Value
    : Value extends object
      ? StorableObject<Value>
      : Value extends bigint
        ? NotAllowed<'JSON has no bigint: store String(value)'>
        : Value extends symbol
          ? NotAllowed<'JSON has no symbols: store a string'>
          : NotAllowed<'undefined changes nothing: pass null to remove the property'>;

type StorableObject<Value extends object> = Value extends Event
  ? NotAllowed<'the whole event, including its secrets: store only the properties that you need'>
  : Value extends Date
    ? NotAllowed<'JSON has no Date: store date.toISOString()'>
    : Value extends PromiseLike<unknown>
      ? NotAllowed<'a promise: await it first'>
      : Value extends Collection
        ? NotAllowed<'JSON has no Map or Set: store Object.fromEntries(map) or [...set]'>
        : [Value, 'stack'] extends [Error, keyof Value]
          ? NotAllowed<'JSON turns an Error into {}: store error.message'>
          : Value extends Function
            ? NotAllowed<'JSON has no functions: store what it returns'>
            : Value extends readonly unknown[]
              ? { [Index in keyof Value]: Storable<Value[Index]> }
              : { [Name in keyof Value]: StorableProperty<Value[Name]> };

/** JSON drops an `undefined` property: one that may be `undefined` is fine, one that always is is a mistake. */
type StorableProperty<Value> = [Value] extends [undefined]
  ? Storable<Value>
  : Storable<Exclude<Value, undefined>> | Extract<Value, undefined>;

/** A `Map` or `Set`, recognized by its members: not every project's `lib` has `ReadonlyMap`. */
type Collection = { readonly size: number; has(key: never): boolean; forEach(visit: never): void };

/**
 * The type of an argument that the api would reject or lose. No value has this type: it appears in compiler
 * errors, where `Because` says what is wrong and what to write instead.
 */
export interface NotAllowed<Because extends string> {
  /** Never present; it keeps every real value from having this type. */
  readonly notAllowed: Because;
}

/** A value that JSON can hold, and so can metadata, which is stored as JSON (M7). */
export type JsonValue = string | number | boolean | null | JsonObject | readonly JsonValue[];

/** A JSON object: property names with JSON values. */
export interface JsonObject {
  /** The value of a property. */
  readonly [name: string]: JsonValue;
}
