import type { PreUserRegistrationAPI } from './api/api.ts';

// Everything here is computed from the api's type, so that a new method shows up wherever calls are handled.
type Root = PreUserRegistrationAPI;

/** The name of an api method as it is written after `api.`, such as `access.deny`. */
export type MethodPath = {
  [Group in keyof Root]: `${Group}.${keyof Root[Group] & string}`;
}[keyof Root];

type Method<Path extends MethodPath> =
  Path extends `${infer Group extends keyof Root}.${infer Name}`
    ? Root[Group][Name & keyof Root[Group]]
    : never;

/** The arguments of an api method, as a read-only tuple. A metadata value is `unknown`. */
export type MethodArgs<Path extends MethodPath> = Path extends MethodPath
  ? Method<Path> extends (...args: infer Args) => unknown
    ? Readonly<Args>
    : never
  : never;

/** What a call came to: the cache's answer, or `undefined` for the methods that answer the api itself. */
export type MethodResult<Path extends MethodPath> = Path extends MethodPath
  ? Method<Path> extends (...args: never) => infer Result
    ? Result extends Root
      ? undefined
      : Result
    : never
  : never;

/** One call of this api method. */
export type RecordedCallOf<Path extends MethodPath> = Path extends MethodPath
  ? {
      /** Which method was called. */
      readonly method: Path;
      /** What it was called with. */
      readonly args: MethodArgs<Path>;
    } & RecordedResult<MethodResult<Path>>
  : never;

/** Only the cache answers something of its own, so only its calls hold a result. */
type RecordedResult<Result> = [Result] extends [undefined]
  ? { readonly result?: undefined }
  : {
      /** What the cache answered. */
      readonly result: Result;
    };

/**
 * One call of any api method: `method` tells which, and with it the types of `args` and `result`.
 *
 * @example
 * ```ts
 * const toReason = (call: RecordedCall): string | undefined =>
 *   call.method === 'access.deny' ? call.args[0] : undefined;
 * ```
 */
export type RecordedCall = RecordedCallOf<MethodPath>;
