import type { CreatedUser, DiagnosticCode } from '@signup-actions/runtime-core';
import type { MethodArgs, MethodPath } from '@signup-actions/types';

/**
 * The matchers of `expect(api)` and `expect(outcome)`; one interface for all runners. Every matcher supports
 * `.not`. Arguments may be asymmetric matchers, strings may be RegExps, and arguments that are left out may be anything.
 *
 * To add a matcher, declare it here and export it from a file beside this one.
 */
export interface SignupMatchers<Result = void> {
  /**
   * Passes if the registration is allowed: nothing refused it, and nothing failed.
   *
   * @example
   * ```ts
   * expect(api).toHaveAllowed();
   * ```
   */
  toHaveAllowed(): Result;

  /**
   * Passes if the Actions have left a record with this key in the cache. A write that the cache refused, or
   * that a later call undid, does not count.
   *
   * @example
   * ```ts
   * expect(api).toHaveCached('attempts:203.0.113.7', '1');
   * ```
   */
  toHaveCached(...args: FirstOf<[key: string, value: string]>): Result;

  /**
   * Passes if a method was called with these first arguments, with or without effect.
   *
   * @example
   * ```ts
   * expect(api).toHaveCalled('cache.get', 'attempts:203.0.113.7');
   * ```
   */
  toHaveCalled<Path extends MethodPath>(method: Path, ...args: LeadingArgs<Path>): Result;

  /**
   * Passes if a method was called this many times, with or without effect.
   *
   * @example
   * ```ts
   * expect(api).toHaveCalledTimes('cache.set', 2);
   * ```
   */
  toHaveCalledTimes(method: MethodPath, times: number): Result;

  /**
   * Passes if exactly these calls were made, in this order: a list for each, with the method and its first
   * arguments.
   *
   * @example
   * ```ts
   * expect(api).toHaveCalls([
   *   ['cache.get', 'attempts'],
   *   ['access.deny', 'too many attempts'],
   * ]);
   * ```
   */
  toHaveCalls(calls: readonly ExpectedCall[]): Result;

  /**
   * Passes if the user is created with these properties. Properties that are left out, at any depth, may be anything.
   *
   * @example
   * ```ts
   * expect(outcome).toHaveCreatedUser({ app_metadata: { plan: 'free' } });
   * ```
   */
  toHaveCreatedUser(user?: ExpectedUser): Result;

  /**
   * Passes if the registration is denied with `api.access.deny`, with these arguments (R1). If an Action refused
   * several times, only the first refusal counts (F5).
   *
   * @example
   * ```ts
   * expect(api).toHaveDenied('disposable email', expect.stringContaining('work address'));
   * ```
   */
  toHaveDenied(...args: FirstOf<[reason: string, userMessage: string]>): Result;

  /**
   * Passes if there is a diagnostic, a likely mistake, with this code.
   *
   * @example
   * ```ts
   * expect(outcome).not.toHaveDiagnostic();
   * expect(outcome).not.toHaveDiagnostic('call-after-refusal');
   * ```
   */
  toHaveDiagnostic(code?: Expected<DiagnosticCode>): Result;

  /**
   * Passes if the flow failed: a handler threw, or the flow timed out. Accepts outcomes only. `error` is a part
   * of the error's message, a RegExp for it, or an asymmetric matcher for its `name` and `message`.
   *
   * @example
   * ```ts
   * expect(outcome).toHaveFailed('not reachable');
   * ```
   */
  toHaveFailed(error?: AsymmetricMatcher | RegExp | string): Result;

  /**
   * Passes if the registration is refused with `api.validation.error`, with these arguments (R4).
   *
   * @example
   * ```ts
   * expect(api).toHaveFailedValidation('invalid_phone', 'Please give a phone number.');
   * ```
   */
  toHaveFailedValidation(...args: FirstOf<[errorCode: string, errorMessage: string]>): Result;

  /**
   * Passes if an Action wrote this to the console. `text` is a part of what one call printed, a RegExp for it, or
   * an asymmetric matcher. Accepts outcomes only.
   *
   * @example
   * ```ts
   * expect(outcome).toHaveLogged('signup of');
   * ```
   */
  toHaveLogged(text?: Expected<string>): Result;

  /**
   * Passes if the Action with this name was started, even if it then failed. Accepts outcomes only.
   *
   * @example
   * ```ts
   * expect(outcome).toHaveRun('tagPlan');
   * ```
   */
  toHaveRun(action: Expected<string>): Result;

  /**
   * Passes if the Actions have set a property of `app_metadata` to this value in the end (M3); `null` means
   * that it is removed (M4). Also passes for a refused registration, although nothing is stored then (M6).
   *
   * @example
   * ```ts
   * expect(api).toHaveSetAppMetadata('plan', 'free');
   * ```
   */
  toHaveSetAppMetadata(...args: FirstOf<[key: string, value: unknown]>): Result;

  /**
   * Passes if the Actions have set this user id in the end, without the connection's prefix (U1).
   *
   * @example
   * ```ts
   * expect(api).toHaveSetUserId(expect.stringMatching(/^cus_/));
   * ```
   */
  toHaveSetUserId(...args: FirstOf<[userId: string]>): Result;

  /**
   * Passes if the Actions have set a property of `user_metadata` to this value in the end (M3); `null` means
   * that it is removed (M4). Also passes for a refused registration, although nothing is stored then (M6).
   *
   * @example
   * ```ts
   * expect(api).toHaveSetUserMetadata('company', 'Example Ltd');
   * ```
   */
  toHaveSetUserMetadata(...args: FirstOf<[key: string, value: unknown]>): Result;

  /**
   * Passes if the Action with this name was not started, because the flow had stopped before it. Accepts
   * outcomes only.
   *
   * @example
   * ```ts
   * expect(outcome).toHaveSkipped('tagPlan');
   * ```
   */
  toHaveSkipped(action: Expected<string>): Result;
}

/** An asymmetric matcher of Vitest or Jest, such as `expect.stringContaining('domain')`. */
export interface AsymmetricMatcher {
  /** Whether a value matches. */
  asymmetricMatch(other: unknown): boolean;
}

/** The matchers as asymmetric ones: `expect.toHaveDenied()`. */
export interface AsymmetricSignupMatchers extends SignupMatchers<AsymmetricMatcher> {}

/** A value as a matcher takes it: an asymmetric matcher may replace it, or any part of it. */
export type Expected<Value> = unknown extends Value
  ? unknown
  : | AsymmetricMatcher
    | (Value extends object ? ExpectedParts<Value> : Value)
    // A RegExp matches strings.
    | (Value extends string ? RegExp : never);

type ExpectedParts<Whole extends object> = {
  readonly [Part in keyof Whole]: Expected<Whole[Part]>;
};

/** The first arguments of a list: none, some or all of them. An argument that may be anything is `expect.anything()`. */
export type FirstOf<Args extends readonly unknown[]> = Args extends readonly [
  ...infer Fewer,
  unknown,
]
  ? FirstOf<Fewer> | ExpectedParts<Args>
  : [];

/** A call that is expected: its method and first arguments. */
export type ExpectedCall = {
  [Path in MethodPath]: readonly [method: Path, ...args: LeadingArgs<Path>];
}[MethodPath];

/** Properties of a user that are expected. */
export type ExpectedUser = ExpectedSome<CreatedUser>;

type ExpectedSome<Whole> = Whole extends object
  ? AsymmetricMatcher | { readonly [Part in keyof Whole]?: ExpectedSome<NonNullable<Whole[Part]>> }
  : Expected<Whole>;

/** The first arguments of an api method, each of them optional, as `toHaveCalled` takes them. */
export type LeadingArgs<Path extends MethodPath> = Path extends MethodPath
  ? Partial<ExpectedParts<MethodArgs<Path>>>
  : never;
