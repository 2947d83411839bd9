/** `api.access`: whether the person gets in. */
export interface AccessAPI<out Root> {
  /**
   * Refuses the registration. Neither throws nor returns from the handler: write `return` where nothing
   * more is to run. The flow stops once this Action has completed; no later Action runs.
   *
   * Called with anything but two texts it refuses all the same, and what is recorded is their text form.
   *
   * @param reason - For the tenant log. Not a secret: `POST /dbconnections/signup` answers with it.
   * @param userMessage - For the person, who may be shown it as it stands.
   * @returns The api itself, for a chain of calls.
   * Source: F2, F4, F11, R1, R2, R3.
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
