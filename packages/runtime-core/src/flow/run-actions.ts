import type { Event, PreUserRegistrationAPI } from '@signup-actions/types';
import { createApi } from '../api/create-api.ts';
import type { LiveCache } from '../cache/live-cache.ts';
import type { Recorder } from '../calls/recorder.ts';
import { copyData } from '../data/copy-data.ts';
import { toErrorRecord } from '../errors.ts';
import type { Execution, Failure } from '../outcome/outcome.ts';
import type { Settings } from '../settings.ts';
import type { CutOff, Deadline } from './deadline.ts';
import { toActionEvent, type SignupEvent } from './event.ts';
import { isGenerator, type BoundAction } from './flow-request.ts';

/** A running flow. */
export interface Flow {
  readonly event: SignupEvent;
  /** Whether the event is needed after the last Action, besides the user that is stored. */
  readonly isEventKept: boolean;
  readonly recorder: Recorder;
  /** One for each Action that was started, in order. */
  readonly executions: Execution[];
  readonly cache: LiveCache;
  readonly deadline: Deadline;
  readonly settings: Settings;
}

/** Runs the Actions in binding order (F1) until one refuses, fails or runs out of time. Never rejects. */
export async function runActions(
  actions: readonly BoundAction[],
  flow: Flow,
): Promise<Failure | undefined> {
  for (const [index, action] of actions.entries()) {
    // A refusal stops the flow (F2, F3), even a late one by an earlier Action (F8).
    if (flow.recorder.hasRefusal()) return undefined;
    const cutOff = flow.deadline.reason();
    if (cutOff) return cutOff;
    const failure = await executeAction(action, flow, index === actions.length - 1);
    if (failure) return failure;
  }
  return undefined;
}

async function executeAction(
  action: BoundAction,
  flow: Flow,
  isLast: boolean,
): Promise<Failure | undefined> {
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
  const failure = await runHandler(
    action,
    copyForAction(action, flow, isLast),
    api,
    deadline,
    seal,
  );
  const elapsed = clock() - start;
  const durationMs = elapsed > 0 && elapsed < Infinity ? elapsed : 0;
  const status = failure ? 'failed' : 'completed';
  executions.push(
    Object.freeze({ action: name, status, durationMs, ...(failure && { error: failure.error }) }),
  );
  return failure;
}

function copyForAction(
  action: BoundAction,
  { event, recorder, settings, isEventKept }: Flow,
  isLast: boolean,
): Event {
  const isShared = isLast && !isEventKept;
  const copy = isShared ? { ...event, user: copyData(event.user) } : copyData(event);
  const pending = settings.pendingMetadata === 'visible' ? recorder.changes.result() : undefined;
  return toActionEvent(copy, action, pending);
}

/**
 * Calls a handler and waits until it settles or the flow is cut off, and seals its api at that moment (F8). Never
 * rejects: resolves to why the handler failed (F6, F7), or to `undefined` if it completed.
 */
const runHandler = (
  { name, handler }: BoundAction,
  event: Event,
  api: PreUserRegistrationAPI,
  deadline: Deadline,
  seal: () => void,
): Promise<Failure | undefined> =>
  new Promise((resolve) => {
    const end = (reason?: CutOff): void => {
      seal();
      resolve(reason && toFailure(reason, name));
    };
    const fail = (thrown: unknown): void =>
      end(deadline.reason() ?? { kind: 'action_error', error: toErrorRecord(thrown) });
    const complete = (result: unknown): void =>
      end(deadline.reason() ?? (isGenerator(result) ? notRun : undefined));
    deadline.wait(end);
    try {
      Promise.resolve(handler(event, api)).then(complete, fail);
    } catch (thrown) {
      // A handler that is not async can throw right away.
      fail(thrown);
    }
  });

/** A handler that returns a generator has not run: its code waits for a caller that goes on with it (F13). */
const notRun: CutOff = Object.freeze({
  kind: 'platform_error',
  error: Object.freeze({
    name: 'TypeError',
    message: 'The handler returned a generator, whose code does not run; write an async function.',
  }),
});

/** The host aborts, not the Action that happens to run. */
const toFailure = (reason: CutOff, action: string): Failure =>
  Object.freeze(reason.kind === 'aborted' ? { ...reason } : { ...reason, action });

/** An error that no Action caused; it still fails the flow, so the signup is refused (F13). */
export const toPlatformError = (thrown: unknown): Failure =>
  Object.freeze({ kind: 'platform_error', error: toErrorRecord(thrown) });
