import type { PreUserRegistrationAPI } from './api/api.ts';

type Groups = PreUserRegistrationAPI;

/** Every method of the api by its path, such as `access.deny`; derived, so that none can be forgotten. */
export type MethodPath = {
  [Group in keyof Groups]: `${Group}.${keyof Groups[Group] & string}`;
}[keyof Groups];

type Method<Path extends MethodPath> =
  Path extends `${infer Group extends keyof Groups}.${infer Name}`
    ? Groups[Group][Name & keyof Groups[Group]]
    : never;

/** The parameters of one method, as a tuple. */
export type MethodArgs<Path extends MethodPath> = Path extends MethodPath
  ? Method<Path> extends (...args: infer Args) => unknown
    ? Readonly<Args>
    : never
  : never;

/** One call of one method, as plain data. */
export type RecordedCallOf<Path extends MethodPath> = Path extends MethodPath
  ? { readonly method: Path; readonly args: MethodArgs<Path> } & RecordedResult<Path>
  : never;

/** What the call answered; methods that answer the api have none. */
type RecordedResult<Path extends MethodPath> =
  Method<Path> extends (...args: never[]) => infer Result
    ? Result extends Groups
      ? { readonly result?: undefined }
      : { readonly result: Result }
    : never;

/** A call of any method of the api, as plain data, discriminated by `method`. */
export type RecordedCall = RecordedCallOf<MethodPath>;
