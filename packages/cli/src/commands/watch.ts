import { EventEmitter, on, once } from 'node:events';
import { basename, dirname, relative, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { watch as watchFiles, type FSWatcher } from 'chokidar';
import { exitStatus } from '../exit-status.ts';
import { exists } from '../files/find-files.ts';
import { toPrintable } from '../print/paint.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import { Stopped, toStoppedStatus } from './create-stop.ts';

/** Changes this close together count as one: editors write a file in several steps. */
const gatherMs = 100;

/** What runs again when its inputs change. */
export interface Watched {
  /** Runs once, reports files that turn out to be inputs too, and returns the exit status. */
  readonly run: (
    stop: AbortSignal,
    onInputs: (files: readonly string[]) => void,
  ) => Promise<number>;
  /** The absolute paths that the user named; those that exist are inputs. */
  readonly named: readonly (string | undefined)[];
  /** Finds files that it reads and that the user did not name. */
  readonly findInputs?: () => Promise<readonly string[]>;
  /** Whether it writes this file itself; it writes none if this is absent. */
  readonly isOutput?: (path: string) => boolean;
}

/**
 * Runs once, then again whenever an input changes or the user presses Enter, until `interrupted` aborts or the user
 * presses q. Returns the exit status of the last run. Throws a {@link UsageError} of the first run instead of waiting
 * for a change.
 */
export async function watch(
  { run, named, findInputs, isOutput }: Watched,
  shell: Shell,
  interrupted: AbortSignal,
): Promise<number> {
  const { cwd, onKey } = shell;
  const listInputs = async (): Promise<readonly string[]> => [
    ...(await keepExisting(named)),
    ...((await findInputs?.()) ?? []),
  ];
  const keys = new AbortController();
  const stop = AbortSignal.any([interrupted, keys.signal]);
  const files = await listInputs();
  const watcher = watchFiles([...files], {
    ignoreInitial: true,
    ignored: (path) => isInstalled(path, cwd) || isOutput?.(path) === true,
  });
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
  const found = new Set<string>();
  const onInputs = (more: readonly string[]): void => {
    for (const file of more) found.add(file);
  };
  const addFiles = async (): Promise<void> =>
    addToWatcher(watcher, [...(await listInputs()), ...found]);
  let status: number | undefined;
  try {
    // A change during the watcher's first scan would go unnoticed.
    if (files.length > 0) await once(watcher, 'ready', { signal: stop });
    status = await run(stop, onInputs);
    if (stop.aborted) return status;
    await addFiles();
    printHint(shell);
    for await (const _ of wakes) {
      await setTimeout(gatherMs, undefined, { signal: stop });
      printChange([...changed], shell);
      changed.clear();
      status = await runAgain(() => run(stop, onInputs), shell);
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

async function keepExisting(paths: readonly (string | undefined)[]): Promise<readonly string[]> {
  const given = paths.filter((path) => path !== undefined);
  const isPresent = await Promise.all(given.map(exists));
  return given.filter((_, index) => isPresent[index]);
}

/** Whether a path is of what the user does not edit. */
const isInstalled = (path: string, cwd: string): boolean =>
  relative(cwd, path)
    .split(sep)
    .some((part) => part === 'node_modules' || part === '.git');

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
async function runAgain(run: () => Promise<number>, { printError }: Shell): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    printError(`error: ${toPrintable(error.message)}`);
    return exitStatus.usage;
  }
}
