import { createRuntime, type Action, type Diagnostic } from '@signup-actions/runtime-core';
import type { LoadedAction } from '../load/action-source.ts';
import { UsageError } from '../usage-error.ts';
import type { Crash } from './crash.ts';
import { createCallSite } from './create-call-site.ts';
import { failingOn } from './failing-on.ts';
import type { FlowAnswer, FlowJob } from './flow-job.ts';
import { sendFrame } from './frames.ts';
import { loadHandler } from './load-handler.ts';
import { runningAction } from './running-action.ts';
import { toAnswer, type LateDiagnostic } from './to-answer.ts';
import { waitForQuiet } from './wait-for-quiet.ts';

/** Runs one flow in this process. What is left running afterwards gets a moment to be seen. */
export async function runJob(job: FlowJob, crash: Crash): Promise<FlowAnswer> {
  const { actions, event, limits } = job;
  const store = new Map(job.cache);
  const late: LateDiagnostic[] = [];
  let settled = false;
  let site: string | undefined;
  const findSite = createCallSite(actions.map(({ file }) => file));
  const callSite = (): string | undefined => (site = findSite());
  const onDiagnostic = (diagnostic: Diagnostic): void => {
    if (settled) late.push({ diagnostic, site });
  };
  try {
    const bound = actions.map((action) => toAction(action, crash));
    const runtime = createRuntime({ cache: store, clock, limits, callSite, onDiagnostic });
    const outcome = await runtime.run({ event, actions: bound });
    settled = true;
    const crashed = await waitForQuiet(crash);
    return toAnswer({ outcome, actions, late, crashed, cache: [...store] });
  } catch (error) {
    if (error instanceof UsageError) return { type: 'unusable', message: error.message };
    throw error;
  }
}

function toAction(action: LoadedAction, crash: Crash): Action {
  const { name, secrets } = action;
  sendFrame({ type: 'load', action: name });
  const load = (): Action['handler'] => loadHandler(action);
  const loaded = runningAction.run(name, load);
  const handler: Action['handler'] = (event, api) => {
    sendFrame({ type: 'start', action: name, time: clock() });
    return failingOn(
      crash,
      runningAction.run(name, () => loaded(event, api)),
    );
  };
  return { name, handler, secrets };
}

/** Fractions of a millisecond, since that is what most Actions take. */
function clock(): number {
  return performance.timeOrigin + performance.now();
}
