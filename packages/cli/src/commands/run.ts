import type { Outcome } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import { exitStatus } from '../exit-status.ts';
import { giveSecrets } from '../load/give-secrets.ts';
import { readActions } from '../load/read-actions.ts';
import { readEvents, type Signup } from '../load/read-events.ts';
import { formatRun, formatSummary } from '../print/format-run.ts';
import type { CacheEntries } from '../child/flow-job.ts';
import { runInChild } from '../child/run-in-child.ts';

/** What `signup-actions run` takes beside the paths. */
export interface RunOptions {
  readonly event?: string;
  readonly secret: readonly string[];
  readonly envFile?: string;
}

/** Runs the Actions on each signup, says what happened, and answers the exit status. */
export async function run(paths: readonly string[], options: RunOptions): Promise<number> {
  const actions = await giveSecrets(await readActions(paths), options);
  const signups = options.event === undefined ? [exampleSignup()] : await readEvents(options.event);
  const outcomes: Outcome[] = [];
  // Signups come one after another and share the cache, as on the platform (C2).
  let cache: CacheEntries = [];
  for (const signup of signups) {
    const done = await runInChild({ actions, event: signup.event, cache });
    cache = done.cache;
    outcomes.push(done.outcome);
    console.log(formatRun(signup, done));
  }
  if (signups.length > 1) console.log(formatSummary(outcomes));
  return Math.max(...outcomes.map(({ status }) => exitStatus[status]));
}

const exampleSignup = (): Signup => ({ label: 'the example event', event: createMockEvent() });
