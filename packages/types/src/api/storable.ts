import type { Event } from '../event/event.ts';
import type { JsonValue } from '../json.ts';
import type { NotAllowed } from '../not-allowed.ts';

/**
 * A value as the metadata setters take it: itself where JSON can hold it, {@link NotAllowed} where it
 * cannot, at any depth (M5, M7). `any` and `unknown` are taken on trust.
 *
 * It asks for `JsonValue` first, which would otherwise be unfolded for ever, and only then looks at
 * properties one by one: interfaces are no `JsonValue`, since they might be merged with more.
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
          ? NotAllowed<'JSON has no symbols: store a text'>
          : NotAllowed<'undefined changes nothing: pass null to remove the property'>;

type StorableObject<Value extends object> = Value extends Event
  ? NotAllowed<'the whole event, with its secrets: store the properties that you need'>
  : Value extends Date
    ? NotAllowed<'JSON has no Date: store date.toISOString()'>
    : Value extends PromiseLike<unknown>
      ? NotAllowed<'a promise: await it first'>
      : Value extends Collection
        ? NotAllowed<'JSON has no Map or Set: store Object.fromEntries(map) or [...set]'>
        : [Value, 'stack'] extends [Error, keyof Value]
          ? NotAllowed<'JSON leaves an Error empty: store error.message'>
          : Value extends Function
            ? NotAllowed<'JSON has no functions: store what it returns'>
            : Value extends readonly unknown[]
              ? { [Index in keyof Value]: Storable<Value[Index]> }
              : { [Name in keyof Value]: StorableProperty<Value[Name]> };

/** JSON leaves out a property that is `undefined`: one that may be is fine, one that always is is a mistake. */
type StorableProperty<Value> = [Value] extends [undefined]
  ? Storable<Value>
  : Storable<Exclude<Value, undefined>> | Extract<Value, undefined>;

/** A `Map`, a `Set` and their like, told by their members: `ReadonlyMap` is not in every project's `lib`. */
type Collection = { readonly size: number; has(key: never): boolean; forEach(visit: never): void };
