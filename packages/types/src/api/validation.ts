/** `api.validation`: whether what the person typed is in order. */
export interface ValidationAPI<out Root> {
  /**
   * Refuses the registration because of what was typed. Neither throws nor returns from the handler: write
   * `return` where nothing more is to run. The flow stops once this Action has completed; no later Action
   * runs.
   *
   * Throws unless both arguments are texts of at most 100 characters (Unicode code points). Where a handler
   * swallows that error the flow fails; the platform itself may then let the person in.
   *
   * @param errorCode - For the tenant log: a code of your own, up to 100 characters.
   * @param errorMessage - For the person, who may be shown it as it stands, up to 100 characters.
   * @returns The api itself, for a chain of calls.
   * Source: F3, F4, F11, R4.
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
