import type { Event } from '@signup-actions/types';
import type { CacheProblem } from '../cache/stored-cache.ts';
import {
  foldRefusals,
  isRefusal,
  type Call,
  type DenyRefusal,
  type Refusal,
  type ValidationRefusal,
} from '../calls/call.ts';
import { foldChanges, type Changes } from '../calls/changes.ts';
import { createSecretSearch, type NamedSecret, type SecretSearch } from '../text/secret-search.ts';
import { applyChanges, type Signup } from './created-user.ts';
import { foldDiagnostics, type DiagnosticContext } from './diagnostics.ts';
import type { Execution, Failure, Outcome, OutcomeDetails } from './outcome.ts';
import { hideSecrets } from './redact.ts';

/** Everything that an outcome is derived from. */
export interface FlowRecord {
  /** Absent if the event was not usable. */
  readonly signup: Signup | undefined;
  /** The event: an Action may show a value in it, even if a secret has the same value. */
  readonly event?: Partial<Event> | undefined;
  readonly calls: readonly Call[];
  /** By default derived from the calls. */
  readonly changes?: Changes;
  /** One for each Action, in binding order. Those that refused may still say `completed`. */
  readonly executions: readonly Execution[];
  readonly failure?: Failure | undefined;
  /** The Action that asked for a refusal, if one did: without a record of it, the flow fails (R3). */
  readonly refusedBy?: string | undefined;
  /** What went wrong with the cache (C10, C11). */
  readonly cacheProblem?: CacheProblem | undefined;
  /** The secrets of all Actions of the flow: a printed outcome must not show their values. */
  readonly secrets: readonly NamedSecret[];
}

/** Derives the outcome of a flow. Pure. */
export function toOutcome(flow: FlowRecord): Outcome {
  const { signup, calls, failure, cacheProblem, secrets } = flow;
  const changes = flow.changes ?? foldChanges(calls);
  const refusals = foldRefusals(calls);
  const executions = markRefused(flow.executions, refusals);
  const diagnostics = foldDiagnostics(calls, toDiagnosticContext(flow), cacheProblem);
  const details: OutcomeDetails = { refusals, changes, calls, executions, diagnostics };
  const decision = decide(
    calls,
    refusals,
    failure ?? (signup ? undefined : noUser),
    flow.refusedBy,
  );
  const outcome: Outcome =
    decision.status === 'allowed' && signup
      ? { ...decision, user: applyChanges(signup, changes), ...details }
      : { ...(decision as Exclude<Decision, { status: 'allowed' }>), ...details };
  // Without secrets there is nothing to hide, and hiding takes longer than everything else here.
  return Object.freeze(secrets.length === 0 ? outcome : hideSecrets(outcome, secrets));
}

/** Whether the registration goes ahead, and if not, why. */
type Decision =
  | { readonly status: 'allowed' }
  | { readonly status: 'denied'; readonly refusal: DenyRefusal }
  | { readonly status: 'invalid'; readonly refusal: ValidationRefusal }
  | { readonly status: 'failed'; readonly failure: Failure };

/** A failure outweighs every refusal (F6); the first refusal is *the* refusal (F5). */
function decide(
  calls: readonly Call[],
  refusals: readonly Refusal[],
  failure: Failure | undefined,
  refusedBy: string | undefined,
): Decision {
  if (failure) return { status: 'failed', failure };
  const [refusal] = refusals;
  if (refusal) return { status: refusal.status, refusal } as Decision;
  const rejected = calls.find(isRefusal);
  if (rejected) return { status: 'failed', failure: toRejectedRefusal(rejected) };
  if (refusedBy !== undefined) return { status: 'failed', failure: toLostRefusal(refusedBy) };
  return { status: 'allowed' };
}

/** The user that the Action refused stays out. */
const toLostRefusal = (action: string): Failure =>
  Object.freeze({
    kind: 'action_error',
    action,
    error: Object.freeze({
      name: 'Error',
      code: 'refusal-lost',
      message: `${action} refused, but the call could not be recorded: the stack was full, or an Action changed a built-in.`,
    }),
  });

/** The Action tried to refuse, and ignored the error that told it that the call was rejected (R4). */
const toRejectedRefusal = ({ action, error }: Call): Failure =>
  Object.freeze({
    kind: 'action_error',
    action,
    error: Object.freeze({
      name: 'ContractError',
      code: 'refusal-rejected',
      message: `${action} went on after its refusal was rejected: ${error?.message}`,
    }),
  });

/** No user in the event: the flow fails (F13). */
const noUser: Failure = Object.freeze({
  kind: 'platform_error',
  error: Object.freeze({ name: 'TypeError', message: 'The event has no user.' }),
});

/** An Action that completed and refused gets the status `refused`. */
function markRefused(
  executions: readonly Execution[],
  refusals: readonly Refusal[],
): readonly Execution[] {
  if (refusals.length === 0) return executions;
  const refusers = new Set(refusals.map(({ action }) => action));
  return Object.freeze(
    executions.map((execution) =>
      execution.status === 'completed' && refusers.has(execution.action)
        ? Object.freeze({ ...execution, status: 'refused' })
        : execution,
    ),
  );
}

/** What diagnosing the calls of a flow needs besides them. */
export function toDiagnosticContext({
  signup,
  event,
  secrets,
}: Pick<FlowRecord, 'event' | 'secrets' | 'signup'>): DiagnosticContext {
  let unknown: SecretSearch | undefined;
  const findUnknown = (): readonly NamedSecret[] => {
    const came = { ...event, secrets: undefined, configuration: undefined };
    return secrets.filter((secret) => createSecretSearch([secret]).findIn(came) === undefined);
  };
  return {
    strategy: signup?.strategy,
    secrets: createSecretSearch(secrets),
    unknownSecrets: () => (unknown ??= createSecretSearch(findUnknown())),
  };
}
