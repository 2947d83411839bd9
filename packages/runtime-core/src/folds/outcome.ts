import type { ErrorRecord } from '../errors.ts';
import type { Call, DenyRefusal, Refusal, ValidationRefusal } from '../calls/call.ts';
import type { Changes } from '../calls/changes.ts';
import type { Failure } from './decision.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { CreatedUser } from './user.ts';

/** How one Action of the flow went. */
export interface Execution {
  readonly action: string;
  /**
   * `refused`: the handler completed, and the Action refused the registration. `skipped`: the handler never
   * started, because the flow had stopped before it.
   */
  readonly status: 'completed' | 'failed' | 'refused' | 'skipped';
  /** Milliseconds; 0 when skipped. */
  readonly durationMs: number;
  /** What a failed Action threw, or why it was given up. */
  readonly error?: ErrorRecord;
}

/** On every outcome, whatever its status. */
export interface OutcomeDetails {
  /** Every refusal, in order (F5); those of an Action that then failed too (F6). */
  readonly refusals: readonly Refusal[];
  /** What the Actions asked to be stored; applied only when the status is `allowed` (M6). */
  readonly changes: Changes;
  /** Every call of every Action, in order. */
  readonly calls: readonly Call[];
  /** One for each Action, in binding order. */
  readonly executions: readonly Execution[];
  /** Probable mistakes. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The user is created. */
export interface AllowedOutcome extends OutcomeDetails {
  readonly status: 'allowed';
  readonly user: CreatedUser;
}

/** An Action refused with `api.access.deny`. */
export interface DeniedOutcome extends OutcomeDetails {
  readonly status: 'denied';
  readonly refusal: DenyRefusal;
}

/** An Action refused with `api.validation.error`. */
export interface InvalidOutcome extends OutcomeDetails {
  readonly status: 'invalid';
  readonly refusal: ValidationRefusal;
}

/** The flow broke; no user is created. */
export interface FailedOutcome extends OutcomeDetails {
  readonly status: 'failed';
  readonly failure: Failure;
}

/** What a flow came to: frozen plain data, discriminated by `status`. */
export type Outcome = AllowedOutcome | DeniedOutcome | FailedOutcome | InvalidOutcome;
