/** Refuses the registration. */
export interface AccessApi<out Root> {
  /**
   * Refuses the registration (F2). The rest of the handler still runs, so return right after; no later
   * Action does. Never throws: a missing or odd argument still refuses, and is reported (R3).
   *
   * @param reason - for the tenant's log. Callers of the signup API see it too (R2).
   * @param userMessage - for the person who signs up.
   * @returns the api, for chaining.
   *
   * @example
   * ```ts
   * return api.access.deny('disposable e-mail domain', 'Please use your work address.');
   * ```
   */
  deny(reason: string, userMessage: string): Root;
}
