import { EventEmitter, on, once } from 'node:events';
import { basename, dirname, relative, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { watch as watchFiles, type FSWatcher } from 'chokidar';
import { listModules } from '@signup-actions/workbench';
import { exitStatus } from '../exit-status.ts';
import { exists } from '../files/find-files.ts';
import { readActions } from '../load/read-actions.ts';
import { toPrintable } from '../print/paint.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import { Stopped, toStoppedStatus } from './create-stop.ts';
import { run, type RunOptions } from './run.ts';

/** Changes this close together count as one: editors write a file in several steps. */
const gatherMs = 100;

/**
 * Runs once, then again whenever an input changes or the user presses Enter, until `interrupted` aborts or the user
 * presses q. Returns the exit status of the last run. Throws a {@link UsageError} of the first run instead of waiting
 * for a change.
 */
export async function watch(
  paths: readonly string[],
  options: RunOptions,
  shell: Shell,
  interrupted: AbortSignal,
): Promise<number> {
  const { cwd, onKey } = shell;
  const keys = new AbortController();
  const stop = AbortSignal.any([interrupted, keys.signal]);
  const files = await listWatched(paths, options);
  const watcher = watchFiles(files, { ignoreInitial: true, ignored: createIgnored(options, cwd) });
  const wake = new EventEmitter();
  const changed = new Set<string>();
  watcher.on('all', (_, path) => {
    changed.add(relative(cwd, path));
    wake.emit('wake');
  });
  const stopListening = onKey?.((key) => {
    if (key === 'q' || key === ctrlC) keys.abort(new Stopped('SIGINT'));
    if (key === '\r' || key === '\n' || key === 'r') wake.emit('wake');
  });
  const wakes = on(wake, 'wake', { signal: stop });
  const required = new Set<string>();
  const onRequired = (more: readonly string[]): void => {
    for (const file of more) required.add(file);
  };
  const addFiles = async (): Promise<void> =>
    addToWatcher(watcher, [...(await listWatched(paths, options)), ...required]);
  let status: number | undefined;
  try {
    // A change during the watcher's first scan would go unnoticed.
    if (files.length > 0) await once(watcher, 'ready', { signal: stop });
    status = await run(paths, options, shell, stop, onRequired);
    if (stop.aborted) return status;
    await addFiles();
    printHint(shell);
    for await (const _ of wakes) {
      await setTimeout(gatherMs, undefined, { signal: stop });
      printChange([...changed], shell);
      changed.clear();
      status = await runAgain(paths, options, shell, stop, onRequired);
      await addFiles();
      printHint(shell);
    }
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    stopListening?.();
    await watcher.close();
  }
  return status ?? toStoppedStatus(stop.reason as Stopped, exitStatus.allowed);
}

/** Resolves when the watcher looks at these files: a change before that would go unnoticed. */
async function addToWatcher(watcher: FSWatcher, files: readonly string[]): Promise<void> {
  watcher.add([...files]);
  const isWatched = (file: string): boolean =>
    watcher.getWatched()[dirname(file)]?.includes(basename(file)) === true;
  // What is ignored or gone is never watched.
  for (let turn = 0; turn < 50 && !files.every(isWatched); turn += 1) await setTimeout(5);
}

const ctrlC = '\u0003';

function printHint({ onKey, paintError, printError }: Shell): void {
  const hint = onKey ? 'Press Enter to run again, q to stop.' : 'Press Ctrl+C to stop.';
  printError(paintError('faint', `Watching for changes. ${hint}`));
}

/** A new run begins at the top of the terminal. */
function printChange(files: readonly string[], { stdout, paintError, printError }: Shell): void {
  if (stdout.isTTY) stdout.write('\u001b[2J\u001b[3J\u001b[H');
  const what = files.length > 0 ? `Changed: ${files.toSorted().join(', ')}` : 'Running again';
  printError(paintError('title', toPrintable(what)));
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
  { event, envFile, config, module: modules = [] }: RunOptions,
): Promise<string[]> {
  const given = modules.map(({ file }) => file);
  const named = [...paths, event, envFile, config, ...given].filter((path) => path !== undefined);
  const present = await Promise.all(named.map(exists));
  // Actions may lie outside of the paths that the user named.
  const { actions } = await readActions(paths).catch(() => ({ actions: [] }));
  const sources = [...actions, ...listModules(actions)];
  return [...named.filter((_, index) => present[index]), ...sources.map(({ file }) => file)];
}

/** Ignores what a run itself writes, and what the user does not edit. */
function createIgnored({ cache }: RunOptions, cwd: string): (path: string) => boolean {
  return (path) =>
    relative(cwd, path)
      .split(sep)
      .some((part) => part === 'node_modules' || part === '.git') ||
    path === cache ||
    // What it writes before it replaces the file.
    (cache !== undefined && path.startsWith(`${cache}.`) && path.endsWith('.tmp'));
}
