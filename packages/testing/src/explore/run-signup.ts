import type { Action, Diagnostic } from '@signup-actions/runtime-core';
import { createRuntime, systemClock } from '@signup-actions/runtime-core/internal';
import { createMockCache, type CacheSeed } from '../mock/create-mock-cache.ts';
import { toTestOutcome, type TestOutcome } from '../run/test-outcome.ts';
import { keepCallSite } from '../watch/call-sites.ts';
import type { Recording } from '../watch/flow-output.ts';
import { macrotask, realDelay } from '../watch/real-time.ts';
import { recordOutput } from '../watch/record-output.ts';
import { toEvent, type DrawnSignup } from './drawn-signup.ts';
import { createVirtualTime, type VirtualTime } from './virtual-time.ts';

/** A late call, and how long after the flow it was made. */
export interface LateCall {
  readonly diagnostic: Diagnostic;
  /** Milliseconds of the flow's time. */
  readonly afterMs: number;
}

/** What one run of a signup showed. */
export interface SignupRun {
  readonly outcome: TestOutcome;
  readonly late: readonly LateCall[];
  /** What was thrown where no code could catch it: in a timer, or in a promise that is not awaited. */
  readonly crashes: readonly unknown[];
}

/** What a run needs besides the signup. */
export interface SignupRunContext {
  readonly cache: CacheSeed;
  /** Called before each run. */
  readonly onRun: (signup: DrawnSignup) => void;
  /** Removes and returns what was thrown where no code could catch it, also by work that an earlier run has left behind. */
  readonly takeCrashes: () => readonly unknown[];
  /** How long a run waits for work of the runtime itself, such as reading a file, in milliseconds of real time. */
  readonly patienceMs: number;
}

/** The patience while an Action is not known to hang: a busy machine takes its time. */
export const longestPatienceMs = 3_000;
/** The patience while the smallest signup is looked for on which the Action hangs. */
export const shortPatienceMs = 300;

/** Turns of the event loop in which work that needs no time comes to its end. */
const turnsToSettle = 8;
/** How many timers an Action may set before its time is over at once. */
const maxTimers = 400;

/** Runs an Action on one signup with a cache of its own, in virtual time, and waits for what it leaves behind. */
export async function runSignup(
  unbound: Action,
  signup: DrawnSignup,
  { cache, onRun, takeCrashes, patienceMs }: SignupRunContext,
): Promise<SignupRun> {
  const { answer } = signup;
  const event = toEvent(signup);
  const action = { secrets: event.secrets, configuration: event.configuration, ...unbound };
  onRun(signup);
  const start = systemClock();
  const time = createVirtualTime(start);
  const skippedMs = (): number => time.clock() - start;
  const standIns = { fetch: answer?.fetch, skippedMs, timer: time.timer };
  const output: Recording = { console: [], requests: [], standIns };
  const { clock, timer } = time;
  const late: LateCall[] = [];
  let endedAt: number | undefined;
  const runtime = createRuntime({
    clock,
    timer,
    cache: createMockCache(cache, { clock }),
    onCall: keepCallSite,
    onDiagnostic(diagnostic) {
      if (diagnostic.code !== 'late-call') return;
      keepCallSite(diagnostic);
      late.push({ diagnostic, afterMs: clock() - (endedAt ?? clock()) });
    },
  });
  return recordOutput(output, async () => {
    const flow = runtime.run({ event, actions: [action] }).then((outcome) => {
      endedAt = clock();
      return outcome;
    });
    const longestWaitMs = (): number => {
      const waitsForAnswer = output.requests.some(({ status }) => status === undefined);
      if (waitsForAnswer) return answer ? 0 : longestRequestMs;
      // The time limit of the flow is always set. Another timer is what the Action waits for.
      return time.pending() > 1 ? 0 : patienceMs;
    };
    await passTime(time, () => endedAt !== undefined, longestWaitMs);
    const outcome = toTestOutcome(await flow, event, [action], output);
    await passLateTime(time);
    return { outcome, late, crashes: takeCrashes() };
  });
}

/** Waits until the flow has ended: first for work that needs no time, then from timer to timer. */
async function passTime(
  time: VirtualTime,
  hasEnded: () => boolean,
  longestWaitMs: () => number,
): Promise<void> {
  for (let timers = 0; !hasEnded(); timers += 1) {
    for (let turn = 0; turn < turnsToSettle && !hasEnded(); turn += 1) await macrotask();
    const longest = longestWaitMs();
    for (let waited = 0; waited < longest && !hasEnded(); waited += 1) await realDelay(1);
    if (hasEnded()) return;
    if (timers < maxTimers) time.advanceToNext();
    else time.advance(flowMs);
  }
}

const longestRequestMs = 5_000;
/** Longer than any flow. */
const flowMs = 60_000;

/** Lets the timers that an Action has left behind come to their end. */
async function passLateTime(time: VirtualTime): Promise<void> {
  await macrotask();
  for (let timers = 0; timers < maxTimers && time.advanceToNext(); timers += 1) await macrotask();
}
