import type { Limits } from '@signup-actions/runtime-core';
import type { CacheEntries, IsolatedRun, LoadedAction } from '@signup-actions/workbench';
import type { Inspect } from '../process/inspect.ts';
import { createEnding } from '../process/parent/create-ending.ts';
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

/** How many signups are read before the first of them is done; more are read, and sent, when half of them are done. */
const maxAhead = 32;

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
  const ending = createEnding();
  let isRead = false;
  let cache = first;
  let runner: Runner | undefined;

  async function readAhead(): Promise<void> {
    if (ahead.length > maxAhead / 2) return;
    while (!isRead && ahead.length < maxAhead) {
      const { value, done } = (await source.next()) as IteratorResult<PreparedSignup, undefined>;
      if (done) isRead = true;
      else ahead.push(value);
    }
  }

  /** Sends what has the Actions of the process and is not sent yet. */
  function sendAhead(to: Runner): void {
    const { child, actions, isWarm, sent } = to;
    const end = ahead.findIndex((prepared) => prepared.actions !== actions);
    const messages = ahead
      .slice(sent, end === -1 ? ahead.length : end)
      .map(({ signup: { event } }) => ({ event, limits, isKept: true }));
    const [head, ...rest] = messages;
    if (!head) return;
    child.send(sent === 0 && !isWarm ? { ...head, actions, cache } : head, ...rest);
    to.sent += messages.length;
  }

  try {
    for (;;) {
      await readAhead();
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
        runner.sent -= 1;
        runner.isWarm = true;
        if (!done.isReusable) {
          ending.add(child);
          runner = undefined;
        }
      } catch (error) {
        runner = undefined;
        // It ended between two signups, for what an earlier one had left.
        if (isWarm && error instanceof StartError) continue;
        throw error;
      }
      ahead.shift();
      ({ cache } = run);
      yield { ...next, run };
    }
  } finally {
    if (runner) ending.add(runner.child);
    await ending.wait();
    await source.return?.();
  }
}
