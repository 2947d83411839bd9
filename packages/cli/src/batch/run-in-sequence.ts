import type { Limits } from '@signup-actions/runtime-core';
import type { CacheEntries, IsolatedRun, LoadedAction } from '@signup-actions/workbench';
import type { Inspect } from '../process/inspect.ts';
import { runInChild, type RunInChildOptions } from '../process/parent/run-in-child.ts';
import { startChild, type Child } from '../process/parent/start-child.ts';
import { StartError } from '../process/parent/wait-for-result.ts';
import type { Signup } from '../signups/signup.ts';

/** A signup with the Actions that it meets. */
export interface PreparedSignup {
  readonly signup: Signup;
  /** The Actions, with the secrets of this signup. */
  readonly actions: readonly LoadedAction[];
}

/** How many signups a process has before the first of them is done, so that it never waits for the next one. */
const maxAhead = 16;

/** How signups run in sequence. */
export interface SequenceOptions extends RunInChildOptions {
  /** What the first signup begins with. */
  readonly cache: CacheEntries;
  readonly limits: Limits;
  readonly inspect?: Inspect | undefined;
}

/** A process, and the signups that it has. */
interface Runner {
  readonly child: Child;
  readonly actions: readonly LoadedAction[];
  /** How many of the signups that are ahead were sent to it. */
  sent: number;
  /** Whether it has run one. */
  isWarm: boolean;
}

/**
 * Runs signups one after another, each with the cache that the one before has left, and yields them in their order. Those
 * with the same `actions` array share a warm process, which runs the next one while the caller handles the last. Throws
 * the reason of `stop`.
 */
export async function* runInSequence(
  signups: AsyncIterable<PreparedSignup>,
  { cache: first, limits, inspect, ...options }: SequenceOptions,
): AsyncGenerator<PreparedSignup & { readonly run: IsolatedRun }> {
  const source = signups[Symbol.asyncIterator]();
  const ahead: PreparedSignup[] = [];
  let cache = first;
  let runner: Runner | undefined;

  function sendAhead(to: Runner): void {
    for (let next = ahead[to.sent]; next?.actions === to.actions; next = ahead[to.sent]) {
      const { actions, signup } = next;
      const isFirst = to.sent === 0 && !to.isWarm;
      to.child.send({
        event: signup.event,
        limits,
        isKept: true,
        ...(isFirst && { actions, cache }),
      });
      to.sent += 1;
    }
  }

  try {
    for (let isRead = false; ;) {
      while (!isRead && ahead.length < maxAhead) {
        const { value, done } = (await source.next()) as IteratorResult<PreparedSignup, undefined>;
        if (done) isRead = true;
        else ahead.push(value);
      }
      const [next] = ahead;
      if (!next) return;
      const { signup, actions } = next;
      if (runner && runner.actions !== actions) {
        await runner.child.end();
        runner = undefined;
      }
      runner ??= { child: startChild(inspect), actions, sent: 0, isWarm: false };
      sendAhead(runner);
      const { child, isWarm } = runner;
      let run: IsolatedRun;
      try {
        const job = { actions, event: signup.event, cache, limits };
        const done = await runInChild(child, job, options);
        ({ run } = done);
        ahead.shift();
        runner.sent -= 1;
        runner.isWarm = true;
        if (!done.isReusable) runner = undefined;
        ({ cache } = run);
      } catch (error) {
        runner = undefined;
        // It ended between two flows, for what an earlier one had left.
        if (isWarm && error instanceof StartError) continue;
        throw error;
      }
      yield { ...next, run };
    }
  } finally {
    await runner?.child.end();
    await source.return?.();
  }
}
