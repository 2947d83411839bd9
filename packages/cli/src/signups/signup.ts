import type { SignupEvent } from '@signup-actions/runtime-core';

/** A signup to run the flow on. */
export interface Signup {
  /** Where it was read from, for a person to recognise it. */
  readonly label: string;
  readonly event: SignupEvent;
}

/** The signups of one run of the command. */
export interface SignupList {
  readonly signups: readonly Signup[];
  /** Whether the source may hold several, however many it holds now. */
  readonly isBatch: boolean;
}
