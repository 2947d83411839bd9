import type { Configuration, PreUserRegistrationAction, Secrets } from '@signup-actions/types';

/** An Action bound to the trigger. */
export interface Action {
  /** Names the Action in refusals, executions and diagnostics. */
  readonly name: string;
  readonly handler: PreUserRegistrationAction;
  /** This Action's own; without it the Action sees none (F10). */
  readonly secrets?: Secrets;
  /** This Action's own; without it the Action sees none (F10). */
  readonly configuration?: Configuration;
}
