import {
  toPlatformResponse,
  toTenantLog,
  type Call,
  type Execution,
  type Outcome,
  type SignupEvent,
} from '@signup-actions/runtime-core';
import {
  collectSecrets,
  createSecretSearch,
  formatCallResult,
  formatCall,
  formatDuration,
} from '@signup-actions/runtime-core/internal';
import { cutString, maxListed, type CutFlowOutcome } from '../run/cut-flow-outcome.ts';
import type { FlowJob } from '../run/flow-job.ts';
import type { ConsoleTexts } from './console-text.ts';
import { diffUser } from './diff-user.ts';
import { toPlace, toSources } from './find-place.ts';
import type { CallView, RunView, StepView } from './run-view.ts';
import { toChannel, unknownResponses } from './signup-channel.ts';
import { toVerdict } from './to-verdict.ts';

/** A flow that ran, as far as a page shows it. */
export interface ShownRun extends Omit<CutFlowOutcome, 'cache' | 'type'> {
  readonly console: ConsoleTexts;
}

/** Converts a flow that ran to what a page shows. */
export function toRunView(job: Pick<FlowJob, 'actions' | 'event'>, run: ShownRun): RunView {
  const { outcome, diagnosticSites, leftOut } = run;
  const { actions, event } = job;
  const sources = toSources(job);
  const search = createSecretSearch(collectSecrets(actions));
  const user =
    outcome.status === 'allowed' ? diffUser(event.user, outcome.user, search) : undefined;
  return {
    verdict: toVerdict(outcome, sources),
    steps: outcome.executions.map((execution) => toStep(execution, outcome, sources, run)),
    user: user?.slice(0, maxListed),
    moreFields: Math.max(0, (user?.length ?? 0) - maxListed),
    diagnostics: outcome.diagnostics.map(({ code, message, action }, index) => ({
      code,
      message,
      ...(action !== undefined && { action }),
      place: toPlace(diagnosticSites[index], sources),
    })),
    moreDiagnostics: leftOut.diagnostics,
    log: toTenantLog(outcome),
    response: toResponse(event, outcome),
  };
}

/** What a client of the platform receives (R2), as far as that is known. */
function toResponse(event: SignupEvent, outcome: Outcome): RunView['response'] {
  const channel = toChannel(event);
  if (channel === 'login-page') return undefined;
  const isAllowed = outcome.status === 'allowed';
  if (channel !== 'signup-api') {
    return isAllowed ? undefined : { text: unknownResponses[channel] };
  }
  const { status, body } = toPlatformResponse(outcome);
  const text = isAllowed ? 'with the new user' : JSON.stringify(body, undefined, 2);
  return { request: 'POST /dbconnections/signup', text: `${status} ${text}` };
}

/** What a page shows if nothing ran: one sentence. */
export const toUnrunView = (sentence: string, place?: RunView['verdict']['place']): RunView => ({
  verdict: {
    tone: 'warning',
    title: 'Not run',
    lines: [{ label: 'reason', text: sentence }],
    place,
  },
  steps: [],
  moreFields: 0,
  diagnostics: [],
  moreDiagnostics: 0,
  log: [],
});

function toStep(
  execution: Execution,
  outcome: Outcome,
  sources: Sources,
  { console, written, leftOut }: ShownRun,
): StepView {
  const { action, status, durationMs, error } = execution;
  return {
    action,
    status,
    duration: status === 'skipped' ? '' : formatDuration(durationMs),
    calls: outcome.calls
      .filter((call) => call.action === action)
      .map((call) => toCall(call, written.get(call.index), sources)),
    moreCalls: leftOut.calls.get(action) ?? 0,
    console: console.get(action),
    error: error && `${error.name}: ${error.message}`,
  };
}

type Sources = ReturnType<typeof toSources>;

const toCall = (call: Call, written: string | undefined, sources: Sources): CallView => ({
  source: cutString(written ?? formatCall(call)),
  result: formatCallResult(call).trim(),
  place: toPlace(call.site, sources),
});
