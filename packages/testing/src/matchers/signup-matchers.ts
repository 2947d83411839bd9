import type { MethodPath } from '@signup-actions/types';

/**
 * The matchers as `expect(api)` has them; one interface for all runners. A matcher takes a mock api or an
 * outcome, supports `.not`, and takes asymmetric matchers as arguments; arguments that are left out may be
 * anything.
 */
export interface SignupMatchers<Result = void> {
  /**
   * Passes when the registration is allowed: nothing refused it, and nothing failed.
   *
   * @example
   * ```ts
   * expect(api).toHaveAllowed();
   * ```
   */
  toHaveAllowed(): Result;

  /**
   * Passes when the Actions have left a record with this key in the cache. A write that the cache
   * refused, or that a later call undid, does not count.
   *
   * @example
   * ```ts
   * expect(api).toHaveCached('attempts:203.0.113.7', '1');
   * ```
   */
  toHaveCached(key?: unknown, value?: unknown): Result;

  /**
   * Passes when a method was called, with or without effect, and with these first arguments.
   *
   * @example
   * ```ts
   * expect(api).toHaveCalled('cache.get', 'attempts:203.0.113.7');
   * ```
   */
  toHaveCalled(method: MethodPath, ...args: readonly unknown[]): Result;

  /**
   * Passes when the registration is denied with `api.access.deny`, with these texts (R1).
   *
   * @example
   * ```ts
   * expect(api).toHaveDenied('disposable email', expect.stringContaining('work address'));
   * ```
   */
  toHaveDenied(reason?: unknown, userMessage?: unknown): Result;

  /**
   * Passes when the flow failed: a handler threw, or its time was up. Takes outcomes only. `error` is a part
   * of the error's message, a RegExp for it, or an asymmetric matcher for its `name` and `message`.
   *
   * @example
   * ```ts
   * expect(outcome).toHaveFailed('not reachable');
   * ```
   */
  toHaveFailed(error?: unknown): Result;

  /**
   * Passes when the registration is refused with `api.validation.error`, with these texts (R4).
   *
   * @example
   * ```ts
   * expect(api).toHaveFailedValidation('invalid_phone', 'Please give a phone number.');
   * ```
   */
  toHaveFailedValidation(errorCode?: unknown, errorMessage?: unknown): Result;

  /**
   * Passes when no probable mistake was made.
   *
   * @example
   * ```ts
   * expect(outcome).toHaveNoDiagnostics();
   * ```
   */
  toHaveNoDiagnostics(): Result;

  /**
   * Passes when the Action with this name was started. Takes outcomes only.
   *
   * @example
   * ```ts
   * expect(outcome).toHaveRun('tagPlan');
   * ```
   */
  toHaveRun(action: string): Result;

  /**
   * Passes when this is what the Actions have set a property of `app_metadata` to in the end (M3); `null`
   * stands for its removal (M4). Holds for a refused registration too: it is what would have been stored (M6).
   *
   * @example
   * ```ts
   * expect(api).toHaveSetAppMetadata('plan', 'free');
   * ```
   */
  toHaveSetAppMetadata(key?: unknown, value?: unknown): Result;

  /**
   * Passes when this is the id that the Actions have set in the end, without the connection's prefix (U1).
   *
   * @example
   * ```ts
   * expect(api).toHaveSetUserId(expect.stringMatching(/^cus_/));
   * ```
   */
  toHaveSetUserId(userId?: unknown): Result;

  /**
   * Passes when this is what the Actions have set a property of `user_metadata` to in the end (M3); `null`
   * stands for its removal (M4). Holds for a refused registration too: it is what would have been stored (M6).
   *
   * @example
   * ```ts
   * expect(api).toHaveSetUserMetadata('company', 'Example Ltd');
   * ```
   */
  toHaveSetUserMetadata(key?: unknown, value?: unknown): Result;

  /**
   * Passes when the Action with this name was not started, because the flow had stopped before it. Takes
   * outcomes only.
   *
   * @example
   * ```ts
   * expect(outcome).toHaveSkipped('tagPlan');
   * ```
   */
  toHaveSkipped(action: string): Result;
}
