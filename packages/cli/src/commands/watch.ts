import { on, once } from 'node:events';
import { relative, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { watch as watchFiles } from 'chokidar';
import { exitStatus } from '../exit-status.ts';
import { exists } from '../files/find-files.ts';
import { readActions } from '../load/read-actions.ts';
import { toPrintable } from '../print/paint.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import { toStoppedStatus, type Stopped } from './create-stop.ts';
import { run, type RunOptions } from './run.ts';

/** Changes this close together count as one: editors write a file in several steps. */
const gatherMs = 100;

/**
 * Runs once, then again whenever an input changes, until `stop` aborts. Returns the exit status of the
 * last run. Throws a {@link UsageError} of the first run instead of waiting for a change.
 */
export async function watch(
  paths: readonly string[],
  options: RunOptions,
  shell: Shell,
  stop: AbortSignal,
): Promise<number> {
  const { cwd, paintError, printError } = shell;
  const files = await listWatched(paths, options);
  const watcher = watchFiles(files, {
    ignoreInitial: true,
    ignored: createIgnored(options, cwd),
  });
  const changed = new Set<string>();
  watcher.on('all', (_, path) => void changed.add(relative(cwd, path)));
  const wakes = on(watcher, 'all', { signal: stop });
  let status: number | undefined;
  try {
    // A change during the watcher's first scan would go unnoticed.
    if (files.length > 0) await once(watcher, 'ready', { signal: stop });
    status = await run(paths, options, shell, stop);
    if (stop.aborted) return status;
    printError(paintError('faint', 'Watching for changes. Press Ctrl+C to stop.'));
    for await (const _ of wakes) {
      await setTimeout(gatherMs, undefined, { signal: stop });
      if (changed.size === 0) continue;
      printError(
        paintError('title', `Changed: ${toPrintable([...changed].toSorted().join(', '))}`),
      );
      changed.clear();
      status = await runAgain(paths, options, shell, stop);
      watcher.add(await listWatched(paths, options));
    }
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    await watcher.close();
  }
  return status ?? toStoppedStatus(stop.reason as Stopped, exitStatus.allowed);
}

/** The next change may fix a usage error. */
async function runAgain(...args: Parameters<typeof run>): Promise<number> {
  try {
    return await run(...args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const [, , { printError }] = args;
    printError(`error: ${toPrintable(error.message)}`);
    return exitStatus.usage;
  }
}

/** The existing files and folders that a run reads: Actions, what binds them, events and secrets. */
async function listWatched(
  paths: readonly string[],
  { event, envFile }: RunOptions,
): Promise<string[]> {
  const named = [...paths, event, envFile].filter((path) => path !== undefined);
  const present = await Promise.all(named.map(exists));
  // Actions may lie outside of the paths that the user named.
  const actions = await readActions(paths).catch(() => []);
  return [...named.filter((_, index) => present[index]), ...actions.map(({ file }) => file)];
}

/** Ignores what a run itself writes, and what the user does not edit. */
function createIgnored({ cache }: RunOptions, cwd: string): (path: string) => boolean {
  return (path) =>
    relative(cwd, path)
      .split(sep)
      .some((part) => part === 'node_modules' || part === '.git') ||
    (cache !== undefined && path.startsWith(cache));
}
