import { redact, type Diagnostic, type Failure, type Outcome } from '@signup-actions/runtime-core';
import {
  collectSecrets,
  createSecretSearch,
  toErrorRecord,
} from '@signup-actions/runtime-core/internal';
import type { LoadedAction } from '../load/action-source.ts';
import type { CacheEntries, FlowAnswer } from './flow-job.ts';
import type { LateCrash } from './wait-for-quiet.ts';

/** A diagnostic of a call that came after the outcome (F8), and where that call was made. */
export interface LateDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly site: string | undefined;
}

/** What came of a flow, and of what its Actions left running. */
export interface FinishedFlow {
  readonly outcome: Outcome;
  readonly actions: readonly LoadedAction[];
  readonly late: readonly LateDiagnostic[];
  readonly crashed: LateCrash | undefined;
  readonly cache: CacheEntries;
}

/** The message that leaves the process: no secret leaves in it. */
export function toAnswer({ outcome, actions, late, crashed, cache }: FinishedFlow): FlowAnswer {
  const plain = redact(outcome);
  const lateDiagnostics = late.map(({ diagnostic }) => withoutCall(diagnostic));
  const complete = { ...plain, diagnostics: [...plain.diagnostics, ...lateDiagnostics] };
  const sites = plain.diagnostics.map(({ call = -1 }) => plain.calls[call]?.site);
  const search = createSecretSearch(collectSecrets(actions));
  return {
    type: 'outcome',
    outcome: crashed ? search.redactData(toFailed(complete, crashed)) : complete,
    diagnosticSites: [...sites, ...late.map(({ site }) => site)],
    cache,
  };
}

/** The call of a late diagnostic is none of the outcome's. */
const withoutCall = ({ code, message, action }: Diagnostic): Diagnostic => ({
  code,
  message,
  ...(action !== undefined && { action }),
});

/** Code that crashes after its handler has settled would take the process down: the run has failed. */
function toFailed(outcome: Outcome, { thrown, action }: LateCrash): Outcome {
  if (outcome.status === 'failed') return outcome;
  const { refusals, changes, calls, executions, diagnostics } = outcome;
  const failure: Failure = {
    class: 'action_error',
    error: toErrorRecord(thrown),
    ...(action !== undefined && { action }),
  };
  return { status: 'failed', failure, refusals, changes, calls, executions, diagnostics };
}
