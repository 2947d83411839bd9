import type { PreUserRegistrationAPI } from './api/api.ts';

// Everything here is derived from the api's type, so code that handles calls must handle a new method, too.
type Root = PreUserRegistrationAPI;

/** The name of an api method as it is written after `api.`, for example `access.deny`. */
export type MethodPath = {
  [Group in keyof Root]: `${Group}.${keyof Root[Group] & string}`;
}[keyof Root];

type Method<Path extends MethodPath> =
  Path extends `${infer Group extends keyof Root}.${infer Name}`
    ? Root[Group][Name & keyof Root[Group]]
    : never;

/** The arguments of an api method as a read-only tuple. A metadata value is `unknown`. */
export type MethodArgs<Path extends MethodPath> = Path extends MethodPath
  ? Method<Path> extends (...args: infer Args) => unknown
    ? Readonly<Args>
    : never
  : never;

/** The result of a call: what a cache method returned, or `undefined` for a method that returns the api. */
export type MethodResult<Path extends MethodPath> = Path extends MethodPath
  ? Method<Path> extends (...args: never) => infer Result
    ? Result extends Root
      ? undefined
      : Result
    : never
  : never;

/** One recorded call of this api method. */
export type RecordedCallOf<Path extends MethodPath> = Path extends MethodPath
  ? {
      /** The method that was called. */
      readonly method: Path;
      /** The arguments of the call. */
      readonly args: MethodArgs<Path>;
    } & RecordedResult<MethodResult<Path>>
  : never;

/** Only cache methods return something other than the api, so only their calls have a result. */
type RecordedResult<Result> = [Result] extends [undefined]
  ? { readonly result?: undefined }
  : {
      /** What the cache method returned. */
      readonly result: Result;
    };

/**
 * One recorded call of any api method. `method` determines the types of `args` and `result`.
 *
 * @example
 * ```ts
 * const toReason = (call: RecordedCall): string | undefined =>
 *   call.method === 'access.deny' ? call.args[0] : undefined;
 * ```
 */
export type RecordedCall = RecordedCallOf<MethodPath>;
