import type { SignupEvent } from '@signup-actions/runtime-core';

/** A signup to run the flow on. */
export interface Signup {
  /** Tells the user where the event comes from. */
  readonly label: string;
  readonly event: SignupEvent;
  /** Values that an event file has for all Actions. */
  readonly secrets?: Readonly<Record<string, string>> | undefined;
  readonly configuration?: Readonly<Record<string, unknown>> | undefined;
  /** The parts of the event that are those of a starting point, since the log does not have them. */
  readonly filled?: readonly string[] | undefined;
}
