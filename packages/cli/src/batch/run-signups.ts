import type { CacheEntries, FlowJob, IsolatedRun } from '@signup-actions/workbench';
import type { ReportEntry } from '../print/report-entry.ts';
import { createRunner, type RunnerOptions } from '../process/parent/create-runner.ts';
import { mergeCaches } from './merge-caches.ts';
import { runInSequence, type PreparedSignup } from './run-in-sequence.ts';

/** How a batch runs. */
export interface BatchOptions extends RunnerOptions, Pick<FlowJob, 'cache' | 'limits' | 'network'> {
  readonly stop: AbortSignal;
}

/** A signup that is done, and the cache after it. */
export interface BatchEntry extends ReportEntry {
  readonly cache: CacheEntries;
}

interface Running extends PreparedSignup {
  readonly before: CacheEntries;
  readonly done: Promise<IsolatedRun>;
}

/**
 * Runs signups, and returns them in their order. Each has a process of `jobs` in turn, and starts when the signup
 * before it in that process is done, with the cache that all signups up to that one have left. With one job, signups
 * share the cache exactly as one after another do on the platform (C2); with several, the outcome is still the same
 * each time. While the caller handles a signup, later ones run. Throws the reason of `stop`.
 */
export async function* runSignups(
  signups: AsyncIterable<PreparedSignup>,
  options: BatchOptions,
): AsyncGenerator<BatchEntry> {
  if (options.fresh || (options.jobs ?? 1) > 1) return yield* runInTurns(signups, options);
  for await (const entry of runInSequence(signups, options)) {
    yield { ...entry, cache: entry.run.cache };
  }
}

async function* runInTurns(
  signups: AsyncIterable<PreparedSignup>,
  { cache: first, limits, network, stop, jobs = 1, ...options }: BatchOptions,
): AsyncGenerator<BatchEntry> {
  const ended = new AbortController();
  const eitherStop = AbortSignal.any([stop, ended.signal]);
  const runners = Array.from({ length: jobs }, () => createRunner(options));
  const running: Running[] = [];
  let cache = first;
  let count = 0;
  const finish = async ({ before, done, ...prepared }: Running): Promise<BatchEntry> => {
    const run = await done;
    cache = jobs === 1 ? run.cache : mergeCaches(cache, before, run.cache);
    return { ...prepared, run, cache };
  };
  try {
    for await (const prepared of signups) {
      const oldest = running.length === jobs ? running.shift() : undefined;
      const entry = oldest && (await finish(oldest));
      const { signup, actions } = prepared;
      const job = { actions, event: signup.event, cache, limits, network };
      const done = (runners[count % jobs] as (typeof runners)[0]).run(job, eitherStop);
      // It is thrown when its turn comes.
      done.catch(() => {});
      running.push({ ...prepared, before: cache, done });
      count += 1;
      if (entry) yield entry;
    }
    for (const last of running.splice(0)) yield await finish(last);
  } finally {
    ended.abort();
    await Promise.allSettled(running.map(({ done }) => done));
    // Their processes are ended by then; nobody waits until the system has removed them.
    for (const runner of runners) void runner.close();
  }
}
