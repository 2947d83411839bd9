/**
 * `api.validation`: rejects invalid input.
 *
 * @see {@link https://signup-actions.github.io/signup-actions/contract#refusals | Rules for refusals}
 */
export interface ValidationAPI<out Root> {
  /**
   * Refuses the registration because of invalid input. The call neither throws nor ends the handler (F4):
   * put `return` before it if nothing more should run. The flow stops when this Action completes, and no
   * later Action runs (F3).
   *
   * Throws unless both arguments are strings of at most 100 characters (Unicode code points). If the handler
   * swallows that error, the flow fails; the platform itself may then allow the registration (R4).
   *
   * @param errorCode - For the tenant log: a code of your own, at most 100 characters.
   * @param errorMessage - For the user, who may see it unchanged: at most 100 characters.
   * @returns The api itself, for chaining (F11).
   *
   * @example
   * ```ts
   * if (!event.request.body['ulp-company']) {
   *   return api.validation.error('company_missing', 'Please tell us where you work.');
   * }
   * ```
   */
  error(errorCode: string, errorMessage: string): Root;
}
