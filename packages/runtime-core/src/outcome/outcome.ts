import type { Call, DenyRefusal, Refusal, ValidationRefusal } from '../calls/call.ts';
import type { Changes } from '../calls/changes.ts';
import type { ErrorRecord } from '../errors.ts';
import type { CreatedUser } from './created-user.ts';
import type { Diagnostic } from './diagnostics.ts';

/** Why a flow failed (F6, F7, F13). */
export interface Failure {
  /**
   * `action_error`: an Action threw. `action_timeout`: the flow timed out. `aborted`: the host aborted it.
   * `platform_error`: anything that no Action caused.
   */
  readonly kind: 'aborted' | 'action_error' | 'action_timeout' | 'platform_error';
  /** Name of the Action that failed, or that was running when time ran out; absent if there is none. */
  readonly action?: string;
  readonly error: ErrorRecord;
}

/** How one Action of the flow ended. */
export interface Execution {
  /** Name of the Action. */
  readonly action: string;
  /**
   * `refused`: the handler completed, and the Action refused the registration. `skipped`: the handler never
   * started, because the flow had stopped before it.
   */
  readonly status: 'completed' | 'failed' | 'refused' | 'skipped';
  /** Milliseconds; 0 if skipped. */
  readonly durationMs: number;
  /** What a failed Action threw, or why it was cut off. */
  readonly error?: ErrorRecord;
}

/** What every outcome has, whatever its status. */
export interface OutcomeDetails {
  /** Every refusal, in order (F5), including those of an Action that then failed (F6). */
  readonly refusals: readonly Refusal[];
  /** What the Actions asked to store; applied only if the status is `allowed` (M6). */
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
  readonly refusal?: undefined;
  readonly failure?: undefined;
}

/** An Action refused with `api.access.deny`. */
export interface DeniedOutcome extends OutcomeDetails {
  readonly status: 'denied';
  /** The first refusal (F5). */
  readonly refusal: DenyRefusal;
  readonly user?: undefined;
  readonly failure?: undefined;
}

/** An Action refused with `api.validation.error`. */
export interface InvalidOutcome extends OutcomeDetails {
  readonly status: 'invalid';
  /** The first refusal (F5). */
  readonly refusal: ValidationRefusal;
  readonly user?: undefined;
  readonly failure?: undefined;
}

/** The flow failed; no user is created. */
export interface FailedOutcome extends OutcomeDetails {
  readonly status: 'failed';
  readonly failure: Failure;
  readonly user?: undefined;
  readonly refusal?: undefined;
}

/**
 * The result of a flow: frozen plain data, discriminated by `status`. `user`, `refusal` and `failure` can be read
 * without checking the status first: each is absent unless the status has it.
 */
export type Outcome = AllowedOutcome | DeniedOutcome | FailedOutcome | InvalidOutcome;
