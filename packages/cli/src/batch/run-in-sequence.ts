import type { FlowJob, IsolatedRun, LoadedAction } from '@signup-actions/workbench';
import { createSequence, type SequenceOptions } from '../process/parent/create-sequence.ts';
import type { Signup } from '../signups/signup.ts';

/** A signup with the Actions that it meets. */
export interface PreparedSignup {
  readonly signup: Signup;
  /** The Actions, with the secrets of this signup. */
  readonly actions: readonly LoadedAction[];
}

/** How many signups are read before the first of them is done: as many as a process may have, and some more. */
const maxAhead = 48;

/** A signup that is done. */
export interface SequenceEntry extends PreparedSignup {
  readonly run: IsolatedRun;
}

interface Running extends PreparedSignup {
  readonly done: Promise<IsolatedRun>;
}

const finish = async ({ done, ...prepared }: Running): Promise<SequenceEntry> => ({
  ...prepared,
  run: await done,
});

/**
 * Runs signups one after another, each with the cache that the one before has left, and yields them in their order, while
 * the next ones run. Throws the reason of `stop`.
 */
export async function* runInSequence(
  signups: AsyncIterable<PreparedSignup>,
  { limits, network, stop, ...options }: SequenceOptions & Pick<FlowJob, 'limits' | 'network'>,
): AsyncGenerator<SequenceEntry> {
  const ended = new AbortController();
  const sequence = createSequence({ ...options, stop: AbortSignal.any([stop, ended.signal]) });
  const running: Running[] = [];
  try {
    for await (const prepared of signups) {
      const { signup, actions } = prepared;
      const done = sequence.run({ actions, event: signup.event, limits, network });
      // It is thrown when its turn comes.
      done.catch(() => {});
      running.push({ ...prepared, done });
      if (running.length === maxAhead) yield await finish(running.shift() as Running);
    }
    for (const last of running) yield await finish(last);
  } finally {
    ended.abort();
    // Its process is ended by then; nobody waits until the system has removed it.
    void sequence.close();
  }
}
