/**
 * `api.access`: refuses the registration.
 *
 * @see {@link https://signup-actions.github.io/signup-actions/contract#refusals | Rules for refusals}
 */
export interface AccessAPI<out Root> {
  /**
   * Refuses the registration. The call neither throws nor ends the handler (F4): put `return` before it if
   * nothing more should run. The flow stops when this Action completes, and no later Action runs (F2).
   *
   * If an argument is missing or not a string, the call still refuses and records the argument as a string
   * (R3).
   *
   * @param reason - For the tenant log (R1). Not secret: `POST /dbconnections/signup` returns it (R2).
   * @param userMessage - For the user, who may see it unchanged (R1).
   * @returns The api itself, for chaining (F11).
   *
   * @example
   * ```ts
   * if (event.user.email?.endsWith('@mailinator.example')) {
   *   return api.access.deny('disposable address', 'Please use your work address.');
   * }
   * ```
   */
  deny(reason: string, userMessage: string): Root;
}
