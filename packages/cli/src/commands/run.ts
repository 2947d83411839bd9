import { createLimits } from '@signup-actions/runtime-core/internal';
import type { StartingPoint } from '@signup-actions/testing';
import { readCacheFile, writeCacheFile } from '../cache/cache-file.ts';
import type { IsolatedRun } from '@signup-actions/workbench';
import { exitStatus } from '../exit-status.ts';
import { giveModules, type GivenModule } from '../load/give-modules.ts';
import { createSecretGiver, readValues } from '../load/give-secrets.ts';
import { readActions, selectActions } from '../load/read-actions.ts';
import { toRunnable } from '../load/to-runnable.ts';
import { isTooLate } from '../print/format-run.ts';
import { createProgress } from '../print/create-progress.ts';
import {
  createJsonReport,
  createNdjsonReport,
  createTextReport,
  type TextReportOptions,
} from '../print/create-report.ts';
import type { ReportEntry } from '../print/report-entry.ts';
import { createRunner } from '../process/parent/create-runner.ts';
import type { Inspect } from '../process/inspect.ts';
import type { Shell } from '../shell.ts';
import { createSignup, readSignups } from '../signups/read-signups.ts';
import { changeSignup } from '../signups/change-signup.ts';
import { listNotes } from './list-notes.ts';
import { Stopped, toStoppedStatus } from './create-stop.ts';

/** The options of `signup-actions run`. All paths are absolute. */
export interface RunOptions extends TextReportOptions {
  /** A file or folder of events; without one, the signup starts from `from`. */
  readonly event?: string;
  readonly from: StartingPoint;
  readonly set?: readonly string[];
  readonly unset?: readonly string[];
  readonly secret?: readonly string[];
  /** The Actions modules of Actions that list none, and other code for those that are listed. */
  readonly module?: readonly GivenModule[];
  readonly moduleSecret?: readonly string[];
  readonly configuration?: readonly string[];
  readonly envFile?: string;
  readonly cache?: string;
  /** Whether each signup has a process of its own. */
  readonly fresh?: boolean;
  /** In milliseconds. */
  readonly timeout?: number;
  readonly json?: boolean;
  readonly ndjson?: boolean;
  /** Names of the Actions to run; by default all. */
  readonly only?: readonly string[];
  /** Whether a diagnostic or a note is a failure. */
  readonly strict?: boolean;
  readonly watch?: boolean;
  /** Where a debugger can attach; there is no deadline then. */
  readonly inspect?: Inspect;
}

/** Runs the Actions on each signup until `stop` aborts, reports what happens, and returns the exit status. */
export async function run(
  paths: readonly string[],
  options: RunOptions,
  shell: Shell,
  stop: AbortSignal,
  onRequired?: (files: readonly string[]) => void,
): Promise<number> {
  const {
    event: eventPath,
    from,
    set = [],
    unset = [],
    cache: cacheFile,
    timeout,
    json,
    ndjson,
    only = [],
    module: modules = [],
    inspect,
  } = options;
  const sources = selectActions(await giveModules(await readActions(paths), modules), only);
  const actions = await toRunnable(sources);
  const values = await readValues(options);
  const notes = await listNotes(sources);
  const { signups: read, isBatch } =
    eventPath === undefined ? createSignup(from) : await readSignups(eventPath);
  const give = createSecretGiver(actions, values);
  const signups = read
    .map((signup) => changeSignup(signup, set, unset))
    .map((signup) => ({ signup, actions: give(signup) }));
  const flowTimeoutMs = timeout ?? (inspect ? noDeadlineMs : undefined);
  const limits = createLimits(flowTimeoutMs === undefined ? {} : { flowTimeoutMs });
  let cache = cacheFile === undefined ? [] : await readCacheFile(cacheFile);
  const entries: ReportEntry[] = [];
  const progress = await createProgress(signups.length, shell);
  const reportShell = { ...shell, print: progress.print };
  const report = json
    ? createJsonReport(reportShell)
    : ndjson
      ? createNdjsonReport(reportShell)
      : createTextReport(notes, options, reportShell);
  const runner = createRunner({
    fresh: options.fresh,
    onRequired,
    inspect,
    onListening: (url) => shell.printError(formatListening(url)),
  });
  try {
    // Signups run one after another and share the cache, as on the platform (C2).
    for (const { signup, actions: loaded } of signups) {
      const job = { actions: loaded, event: signup.event, cache, limits };
      const done = await runner.run(job, stop);
      cache = done.cache;
      const entry = { signup, actions: loaded, run: done };
      entries.push(entry);
      await report.add(entry);
      progress.step();
      if (cacheFile !== undefined) await writeCacheFile(cacheFile, cache);
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    progress.end();
    await runner.close();
  }
  if (entries.length > 0) await report.end(entries, isBatch);
  const status = Math.max(
    options.strict && notes.length > 0 ? exitStatus.denied : exitStatus.allowed,
    ...entries.map((entry) => toStatus(entry.run, options)),
  );
  if (!stop.aborted || entries.length === signups.length) return status;
  const stopped = stop.reason as Stopped;
  if (stopped.signal !== undefined) {
    shell.printError(`Stopped: ${entries.length} of ${signups.length} signups are done.`);
  }
  return toStoppedStatus(stopped, status);
}

/** Three weeks: timers take at most 31 bits. */
const noDeadlineMs = 2_000_000_000;

/** What Node says, in the form that editors look for, and how to attach. */
const formatListening = (url: string): string =>
  `Debugger listening on ${url}\nAttach your editor, or open chrome://inspect in Chrome.`;

/** A refusal counts even if it was too late; if the user is strict, so does a diagnostic. */
function toStatus(done: IsolatedRun, { strict = false }: RunOptions): number {
  const { status, diagnostics } = done.outcome;
  const isDenied = isTooLate(done) || (strict && status === 'allowed' && diagnostics.length > 0);
  return exitStatus[isDenied ? 'denied' : status];
}
