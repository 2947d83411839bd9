import {
  redact,
  type CallSite,
  type Diagnostic,
  type Failure,
  type Outcome,
} from '@signup-actions/runtime-core';
import {
  createSecretSearch,
  redactOutcome,
  toErrorRecord,
} from '@signup-actions/runtime-core/internal';
import type { CacheEntries, FlowJob, FlowOutcome, WrittenCalls } from './flow-job.ts';
import { hiddenSecrets } from './hidden-secrets.ts';
import { quoteWritten, redactWritten } from './quote-written.ts';

/** A diagnostic of a call that came after the outcome (F8), and where that call was made. */
export interface LateDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly site: CallSite | undefined;
}

/** An error that came after the outcome, from code that an Action left running. */
export interface LateCrash {
  readonly thrown: unknown;
  readonly action: string | undefined;
}

/** A flow that has its outcome, and what has come since from code that its Actions left running. */
export interface FinishedFlow {
  readonly outcome: Outcome;
  readonly job: FlowJob;
  readonly written: WrittenCalls;
  readonly late: readonly LateDiagnostic[];
  readonly crash: LateCrash | undefined;
  readonly cache: CacheEntries;
}

/** The result that leaves the process or worker. It does not hold the values of secrets. */
export function toFlowOutcome({
  outcome,
  job,
  written,
  late,
  crash,
  cache,
}: FinishedFlow): FlowOutcome {
  const search = createSecretSearch(hiddenSecrets(job.actions, job.event));
  const shown = redactWritten(written, search);
  const plain = quoteWritten(redact(outcome), shown);
  // The call itself is not recorded any more.
  const lateRefusal = late.find(
    ({ diagnostic: { code, message } }) =>
      code === 'late-call' && /^api\.(access\.deny|validation\.error)\(/.test(message),
  )?.diagnostic.action;
  const lateDiagnostics = late.map(({ diagnostic }) => withoutCall(diagnostic));
  const complete = { ...plain, diagnostics: [...plain.diagnostics, ...lateDiagnostics] };
  const sites = plain.diagnostics.map(({ call = -1 }) => plain.calls[call]?.site);
  return {
    type: 'outcome',
    outcome: crash ? redactOutcome(toFailed(complete, crash), search) : complete,
    written: shown,
    diagnosticSites: [...sites, ...late.map(({ site }) => site)],
    cache,
    ...(lateRefusal !== undefined && { lateRefusal }),
  };
}

/** The call of a late diagnostic is not among the calls of the outcome. */
const withoutCall = ({ code, message, action }: Diagnostic): Diagnostic => ({
  code,
  message,
  ...(action !== undefined && { action }),
});

/** On the platform, code that crashes after its handler has settled ends the process: the flow fails. */
function toFailed(outcome: Outcome, { thrown, action }: LateCrash): Outcome {
  if (outcome.status === 'failed') return outcome;
  const { refusals, changes, calls, diagnostics } = outcome;
  const error = toErrorRecord(thrown);
  const executions = outcome.executions.map((execution) =>
    execution.action === action ? { ...execution, status: 'failed' as const, error } : execution,
  );
  const failure: Failure = {
    kind: 'action_error',
    error,
    ...(action !== undefined && { action }),
  };
  return { status: 'failed', failure, refusals, changes, calls, executions, diagnostics };
}
