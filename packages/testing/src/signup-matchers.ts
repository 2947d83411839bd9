/**
 * The matchers as `expect(api)` has them; one interface for all runners. Every matcher takes a mock api
 * or an outcome, and supports `.not`.
 */
export interface SignupMatchers<Result = void> {
  /**
   * Passes when the registration is denied with `api.access.deny`, with these texts where they are
   * given; each may be an asymmetric matcher.
   *
   * @example
   * ```ts
   * expect(api).toHaveDenied('disposable email', expect.stringContaining('work address'));
   * ```
   */
  toHaveDenied(reason?: unknown, userMessage?: unknown): Result;
}
