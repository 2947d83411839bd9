/** Refuses the registration over what the person has filled in. */
export interface ValidationApi<out Root> {
  /**
   * Refuses the registration as invalid (F3). The rest of the handler still runs, so return right after;
   * no later Action does. Throws when an argument is no string or is over 100 characters (R4).
   *
   * @param errorCode - for the tenant's log; at most 100 Unicode code points.
   * @param errorMessage - for the person who signs up; at most 100 Unicode code points.
   * @returns the api, for chaining.
   *
   * @example
   * ```ts
   * return api.validation.error('invite_invalid', 'That invite code is not valid.');
   * ```
   */
  error(errorCode: string, errorMessage: string): Root;
}
