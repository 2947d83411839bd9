/**
 * Where another exploration with the same options goes on if this one never returns: without the signup that it was running.
 *
 * @internal
 */
export interface Resume {
  /** How many signups were drawn before the one that was running, or that it was to be smaller than. */
  readonly drawn: number;
  /** The keys of problems that are known. */
  readonly known: readonly string[];
  /** Signups that are left out. */
  readonly without: readonly LeftOut[];
}

/**
 * A signup that is left out.
 *
 * @internal
 */
export interface LeftOut {
  /** What is particular about it. */
  readonly parts: readonly string[];
  /** Whether only this one is left out, instead of each that has these parts and others. */
  readonly isExact: boolean;
}

/** Goes on from the start. */
export const fromStart: Resume = { drawn: 0, known: [], without: [] };
