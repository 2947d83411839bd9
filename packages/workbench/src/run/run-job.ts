import {
  createRuntime,
  type Action,
  type CallSite,
  type Clock,
  type Diagnostic,
  type Outcome,
} from '@signup-actions/runtime-core';
import { findUnknownFields } from '@signup-actions/runtime-core/internal';
import { listSources } from '../platform/action.ts';
import { bindAction } from './bind-action.ts';
import { createCallSite } from './call-site.ts';
import type { FlowJob, FlowResult, Frame } from './flow-job.ts';
import { hiddenSecrets } from './hidden-secrets.ts';
import type { JobHost } from './job-host.ts';
import { isMissingModule } from './load-handler.ts';
import { createArgumentObserver } from './observe-arguments.ts';
import { runDiagnosticMessages } from './run-diagnostic.ts';
import { createDiagnosticSender } from './report-diagnostics.ts';
import { toFlowOutcome, type LateCrash, type LateDiagnostic } from './to-flow-outcome.ts';

/** A flow that is over. */
export interface FinishedJob {
  /** The result as of now: code that the Actions left running may still change it. */
  readonly getResult: () => FlowResult;
}

/**
 * Runs one flow in this process or worker.
 *
 * It resolves to an object, not to a function: that could inherit a `then` from an Action that changes built-ins.
 */
export async function runJob(job: FlowJob, host: JobHost): Promise<FinishedJob> {
  const { actions, event, limits } = job;
  const { crashes, send, sendsCalls = false, onLate, maxLateDiagnostics = Infinity } = host;
  const { clock = preciseClock } = host;
  const findSite = createCallSite(listSources(actions).map(({ file }) => file));
  const { tell = createDiagnosticSender(send, findSite, host.ways) } = host;
  const hidden = new Set(hiddenSecrets(actions, event).map(({ value }) => value));
  for (const { path, known } of findUnknownFields(event)) {
    const message = runDiagnosticMessages['event-field-unknown'](path, known.join(', '));
    send({
      type: 'diagnostic',
      diagnostic: { code: 'event-field-unknown', message },
      site: undefined,
    });
  }
  const observer = createArgumentObserver();
  const written = new Map<number, string>();
  const bound: Action[] = [];
  for (const action of actions) {
    const found = bindAction(action, { host, clock, hidden, tell, observer });
    if ('unusable' in found) return { getResult: () => toUnusable(action.name, found.unusable) };
    bound.push(found);
  }

  const store = new Map(job.cache);
  const late: LateDiagnostic[] = [];
  let crash: LateCrash | undefined;
  let outcome: Outcome | undefined;
  let site: CallSite | undefined;
  const runtime = createRuntime({
    cache: store,
    clock,
    limits,
    callSite: () => (site = findSite()),
    onCall(call) {
      const source = observer.toWritten(call);
      if (source !== undefined) written.set(call.index, source);
      if (sendsCalls) sendCall({ type: 'call', call, written: source }, send);
    },
    onDiagnostic(diagnostic: Diagnostic) {
      if (!outcome) return;
      if (late.length < maxLateDiagnostics) late.push({ diagnostic, site });
      onLate?.('call', diagnostic.action);
    },
  });
  const settled = await runtime.run({ event, actions: bound });
  outcome = settled;
  const { action: failed = '', error } = settled.status === 'failed' ? settled.failure : {};
  if (isMissingModule(error)) return { getResult: () => toUnusable(failed, error.message) };
  const getResult = (): FlowResult =>
    toFlowOutcome({ outcome: settled, job, written, late, crash, cache: [...store] });
  crashes.listen((thrown, action) => {
    if (crash) return;
    crash = { thrown, action };
    onLate?.('crash', action, thrown);
  });
  return { getResult };
}

/** A call must not fail because the host cannot be told of it. */
function sendCall(frame: Frame, send: JobHost['send']): void {
  try {
    send(frame);
  } catch {
    // It is recorded all the same.
  }
}

const toUnusable = (action: string, message: string): FlowResult => ({
  type: 'unusable',
  action,
  message,
});

/** In fractions of a millisecond: most Actions take less than one. */
export const preciseClock: Clock = () => performance.timeOrigin + performance.now();
