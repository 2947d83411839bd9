import { createApi } from '../api/create-api.ts';
import type { LiveCache } from '../cache/live-cache.ts';
import type { Execution, Failure } from '../outcome/outcome.ts';
import type { Recorder } from '../calls/recorder.ts';
import type { Settings } from '../settings.ts';
import type { Action } from './action.ts';
import type { Deadline } from './deadline.ts';
import { copyEvent, type SignupEvent } from './event-copy.ts';
import { runHandler, toPlatformError } from './run-handler.ts';

/** A flow under way. */
export interface Flow {
  readonly event: SignupEvent;
  readonly recorder: Recorder;
  /** One for each Action that was started, in order. */
  readonly executions: Execution[];
  readonly cache: LiveCache;
  readonly deadline: Deadline;
  readonly settings: Settings;
}

/** Runs the Actions in binding order (F1) until one refuses, fails or runs out of time. Never rejects. */
export async function runActions(
  actions: readonly Action[],
  flow: Flow,
): Promise<Failure | undefined> {
  for (const action of actions) {
    // A refusal stops the flow (F2, F3), be it a late one of an earlier Action (F8).
    if (flow.recorder.hasRefusal()) return undefined;
    const givenUp = flow.deadline.reason();
    if (givenUp) return givenUp;
    const failure = await runAction(action, flow);
    if (failure) return failure;
  }
  // With no Action to run, nobody else has looked (F13).
  return flow.deadline.reason();
}

async function runAction(action: Action, flow: Flow): Promise<Failure | undefined> {
  const { recorder, executions, cache, deadline, settings } = flow;
  const { clock, limits, callSite } = settings;
  const { name } = action;
  const start = clock();
  let sealed = false;
  const isSealed = (): boolean => sealed;
  const seal = (): void => {
    sealed = true;
  };
  const api = createApi({ action: name, recorder, cache, clock, limits, isSealed, callSite });
  let failure: Failure | undefined;
  try {
    failure = await runHandler(action, copyForAction(action, flow), api, deadline, seal);
  } catch (thrown) {
    // The event cannot be copied: no Action's fault (F13).
    failure = toPlatformError(thrown);
  }
  const durationMs = Math.max(0, clock() - start);
  const status = failure ? 'failed' : 'completed';
  executions.push(
    Object.freeze({ action: name, status, durationMs, ...(failure && { error: failure.error }) }),
  );
  return failure;
}

const copyForAction = (
  action: Action,
  { event, recorder, settings }: Flow,
): ReturnType<typeof copyEvent> =>
  copyEvent(
    event,
    action,
    settings.pendingMetadata === 'visible' ? recorder.changes.result() : undefined,
  );
