import type { ErrorRecord } from '../errors.ts';
import type { Call } from '../record/call.ts';
import type { NamedSecret } from '../text/create-redactor.ts';
import { foldChanges, type Changes } from './changes.ts';
import { decide, type Decision, type Failure } from './decision.ts';
import { foldDiagnostics, type Diagnostic } from './diagnostics.ts';
import {
  foldRefusals,
  type DenyRefusal,
  type Refusal,
  type ValidationRefusal,
} from './refusals.ts';
import { outcomeSecrets, redact } from './redact.ts';
import { applyChanges, type CreatedUser, type Signup } from './user.ts';

/** How one Action of the flow went. */
export interface Execution {
  readonly action: string;
  /** `skipped`: never started, because the flow had stopped before it. */
  readonly status: 'completed' | 'failed' | 'skipped';
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

/** All that an outcome is folded from. */
export interface FlowRecord {
  /** Absent when the event was no event. */
  readonly signup: Signup | undefined;
  readonly calls: readonly Call[];
  readonly executions: readonly Execution[];
  readonly failure?: Failure | undefined;
  readonly cacheProblem?: string | undefined;
  /** Of all Actions of the flow: what a printed outcome must not show. */
  readonly secrets: readonly NamedSecret[];
}

/** Folds a flow into its outcome. Pure. */
export function toOutcome(flow: FlowRecord): Outcome {
  const { signup, calls, executions, failure, cacheProblem, secrets } = flow;
  const refusals = foldRefusals(calls);
  const changes = foldChanges(calls);
  const diagnostics = foldDiagnostics({ calls, strategy: signup?.strategy, cacheProblem });
  const details: OutcomeDetails = { refusals, changes, calls, executions, diagnostics };
  const decision = decide(calls, refusals, failure ?? (signup ? undefined : nobodySignsUp));
  const outcome: Outcome =
    decision.status === 'allowed' && signup
      ? { ...decision, user: applyChanges(signup, changes), ...details }
      : { ...(decision as Exclude<Decision, { status: 'allowed' }>), ...details };
  Object.defineProperties(outcome, {
    [outcomeSecrets]: { value: secrets },
    toJSON: { value: () => redact(outcome) },
  });
  return Object.freeze(outcome);
}

/** Without a user there is nobody to admit, whatever else is missing (F13). */
const nobodySignsUp: Failure = Object.freeze({
  class: 'platform_error',
  error: Object.freeze({ name: 'TypeError', message: 'The event holds nobody who signs up.' }),
});
