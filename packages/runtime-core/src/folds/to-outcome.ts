import { type Call, foldRefusals, type Refusal } from '../calls/call.ts';
import { createSecretSearch, type NamedSecret } from '../text/secret-search.ts';
import { foldChanges, type Changes } from '../calls/changes.ts';
import { decide, type Decision, type Failure } from './decision.ts';
import type { DiagnosticContext } from './diagnostic.ts';
import { foldDiagnostics } from './diagnostics.ts';
import type { Execution, Outcome, OutcomeDetails } from './outcome.ts';
import { outcomeSecrets, redact } from './redact.ts';
import { applyChanges, type Signup } from './user.ts';

/** All that an outcome is folded from. */
export interface FlowRecord {
  /** Absent when the event was no event. */
  readonly signup: Signup | undefined;
  readonly calls: readonly Call[];
  /** Folded from the calls where they are not given. */
  readonly changes?: Changes;
  /** One for each Action, in binding order; those that refused may still say `completed`. */
  readonly executions: readonly Execution[];
  readonly failure?: Failure | undefined;
  readonly cacheProblem?: string | undefined;
  /** Of all Actions of the flow: what a printed outcome must not show. */
  readonly secrets: readonly NamedSecret[];
}

/** Folds a flow into its outcome. Pure. */
export function toOutcome(flow: FlowRecord): Outcome {
  const { signup, calls, failure, cacheProblem, secrets } = flow;
  const changes = flow.changes ?? foldChanges(calls);
  const refusals = foldRefusals(calls);
  const executions = markRefused(flow.executions, refusals);
  const diagnostics = foldDiagnostics(calls, toDiagnosticContext(flow), cacheProblem);
  const details: OutcomeDetails = { refusals, changes, calls, executions, diagnostics };
  const decision = decide(calls, refusals, failure ?? (signup ? undefined : nobodySignsUp));
  const outcome: Outcome =
    decision.status === 'allowed' && signup
      ? { ...decision, user: applyChanges(signup, changes), ...details }
      : { ...(decision as Exclude<Decision, { status: 'allowed' }>), ...details };
  // Without secrets there is nothing to keep out of its JSON, and defining takes longer than all the rest.
  if (secrets.length > 0) {
    Object.defineProperties(outcome, {
      [outcomeSecrets]: { value: secrets },
      toJSON: { value: () => redact(outcome) },
    });
  }
  return Object.freeze(outcome);
}

/** An Action that completed and refused gets the status `refused`. */
function markRefused(
  executions: readonly Execution[],
  refusals: readonly Refusal[],
): readonly Execution[] {
  if (refusals.length === 0) return executions;
  return Object.freeze(
    executions.map((execution) =>
      execution.status === 'completed' && refusals.some(({ action }) => action === execution.action)
        ? Object.freeze({ ...execution, status: 'refused' })
        : execution,
    ),
  );
}

/** What the calls of a flow are judged by. */
export const toDiagnosticContext = ({
  signup,
  secrets,
}: Pick<FlowRecord, 'secrets' | 'signup'>): DiagnosticContext => ({
  strategy: signup?.strategy,
  secrets: createSecretSearch(secrets),
});

/** Without a user there is nobody to admit, whatever else is missing (F13). */
const nobodySignsUp: Failure = Object.freeze({
  kind: 'platform_error',
  error: Object.freeze({ name: 'TypeError', message: 'The event has no user.' }),
});
