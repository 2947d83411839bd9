import { on, once } from 'node:events';
import { relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { watch as watchFiles } from 'chokidar';
import { exitStatus } from '../exit-status.ts';
import { paint } from '../print/paint.ts';
import { UsageError } from '../usage-error.ts';
import type { RunOptions } from './run-options.ts';
import { run } from './run.ts';
import { createIgnored, listWatched } from './watched-files.ts';

/** Changes that come together are one: editors write a file in several steps. */
const gatherMs = 100;

/**
 * Runs once, and again whenever a file that takes part changes, until it is interrupted. Answers the exit
 * status of the last run. What cannot be run at first is not waited for.
 */
export async function watch(paths: readonly string[], options: RunOptions): Promise<number> {
  const stop = new AbortController();
  const files = await listWatched(paths, options);
  const watcher = watchFiles(files, {
    ignoreInitial: true,
    ignored: createIgnored(options),
  });
  const changed = new Set<string>();
  watcher.on('all', (_, path) => void changed.add(relative(process.cwd(), path)));
  const wakes = on(watcher, 'all', { signal: stop.signal });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  let status: number = exitStatus.usage;
  try {
    // A change that comes while the watcher still looks around would go unseen.
    if (files.length > 0) await once(watcher, 'ready', { signal: stop.signal });
    status = await run(paths, options);
    console.error(paint('faint', 'Watching for changes; Ctrl+C ends it.'));
    for await (const _ of wakes) {
      await setTimeout(gatherMs);
      if (changed.size === 0) continue;
      console.error(paint('title', `Changed: ${[...changed].toSorted().join(', ')}`));
      changed.clear();
      status = await runAgain(paths, options);
      watcher.add(await listWatched(paths, options));
    }
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    await watcher.close();
  }
  return status;
}

/** What cannot be run at the moment may be mended by the next change. */
async function runAgain(paths: readonly string[], options: RunOptions): Promise<number> {
  try {
    return await run(paths, options);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`error: ${error.message}`);
    return exitStatus.usage;
  }
}
