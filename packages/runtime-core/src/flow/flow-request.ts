import type { Action } from './action.ts';
import type { SignupEvent } from './event-copy.ts';

/** One signup, and the Actions that decide on it. */
export interface FlowRequest {
  /** What signup brought. Its `secrets` and `configuration` are ignored: they belong to the Actions (F10). */
  readonly event: SignupEvent;
  /** The Actions bound to the trigger, in binding order (F1). */
  readonly actions: readonly Action[];
  /** Gives the flow up when it aborts: the outcome is `failed`, class `aborted` (F13). */
  readonly signal?: AbortSignal | undefined;
}
