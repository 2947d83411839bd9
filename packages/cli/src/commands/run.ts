import { createLimits } from '@signup-actions/runtime-core/internal';
import { readCacheFile } from '../cache/read-cache-file.ts';
import { writeCacheFile } from '../cache/write-cache-file.ts';
import { exitStatus } from '../exit-status.ts';
import { giveSecrets } from '../load/give-secrets.ts';
import { readActions } from '../load/read-actions.ts';
import { toRunnable } from '../load/to-runnable.ts';
import { runInChild } from '../process/parent/run-in-child.ts';
import { createProgress } from '../print/create-progress.ts';
import { createReport } from '../print/create-report.ts';
import type { SummaryEntry } from '../print/format-summary.ts';
import { readSignups } from '../signups/read-signups.ts';
import { setFields } from '../signups/set-fields.ts';
import type { RunOptions } from './run-options.ts';

/** Runs the Actions on each signup, says what happened, and answers the exit status. */
export async function run(paths: readonly string[], options: RunOptions): Promise<number> {
  const actions = await giveSecrets(toRunnable(await readActions(paths)), options);
  const { signups, isBatch } = await readSignups(options.event);
  const changed = signups.map(({ label, event }) => ({
    label,
    event: setFields(event, options.set ?? []),
  }));
  const limits = createLimits(
    options.timeout === undefined ? {} : { flowTimeoutMs: options.timeout },
  );
  // Signups come one after another and share the cache, as on the platform (C2).
  let cache = await readCacheFile(options.cache);
  const entries: SummaryEntry[] = [];
  const progress = createProgress(changed.length);
  const report = createReport(actions, progress.print, options.json ?? false);
  try {
    for (const signup of changed) {
      const done = await runInChild({ actions, event: signup.event, cache, limits });
      cache = done.cache;
      await writeCacheFile(options.cache, cache);
      entries.push({ signup, outcome: done.outcome });
      report.signup(signup, done);
      progress.step();
    }
  } finally {
    progress.end();
  }
  report.end(entries, isBatch);
  return Math.max(...entries.map(({ outcome }) => exitStatus[outcome.status]));
}
