import { relative } from 'node:path';
import { createLimits } from '@signup-actions/runtime-core/internal';
import type { StartingPoint } from '@signup-actions/testing';
import type { IsolatedRun } from '@signup-actions/workbench';
import { runSignups } from '../batch/run-signups.ts';
import { createCacheWriter, readCacheFile } from '../cache/cache-file.ts';
import type { CaseWriter } from '../cases/save-case.ts';
import type { CaseSource } from '../cases/to-case.ts';
import { exitStatus } from '../exit-status.ts';
import { createProgress } from '../print/create-progress.ts';
import {
  createJsonReport,
  createNdjsonReport,
  createTextReport,
  type TextReportOptions,
} from '../print/create-report.ts';
import { toPrintable } from '../print/paint.ts';
import { isTooLate } from '../print/report-entry.ts';
import type { Inspect } from '../process/inspect.ts';
import type { Shell } from '../shell.ts';
import { createSignup, readSignups } from '../signups/read-signups.ts';
import type { OpenTrace } from '../trace/open-trace.ts';
import { UsageError } from '../usage-error.ts';
import { Stopped, toStoppedStatus } from './create-stop.ts';
import { listNotes, printNotes } from './list-notes.ts';
import { checkSignups, loadFlow, prepareSignups, type FlowOptions } from './prepare-signups.ts';

/** The options of `signup-actions run`. All paths are absolute. */
export interface RunOptions extends TextReportOptions, FlowOptions {
  /** A file or folder of events; without one, the signup starts from `from`. */
  readonly event?: string;
  readonly from: StartingPoint;
  /** Whether the user named the starting point. */
  readonly isFromTyped?: boolean;
  readonly cache?: string;
  /** The file to which the run is saved as a case. */
  readonly saveCase?: string;
  /** Whether to compare a fresh and a warm process instead of reporting each signup. */
  readonly checkIsolation?: boolean;
  /** Whether each signup has a process of its own. */
  readonly fresh?: boolean;
  /** How many processes run signups at the same time; by default one. */
  readonly jobs?: number;
  /** In milliseconds. */
  readonly timeout?: number;
  readonly json?: boolean;
  readonly ndjson?: boolean;
  /** Whether a diagnostic or a note is a failure. */
  readonly strict?: boolean;
  /** The file into which a trace of all signups is written. */
  readonly trace?: string;
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
  const { event: eventPath, from, cache: cacheFile, timeout, json, ndjson, inspect } = options;
  const flow = await loadFlow(paths, options);
  const list = eventPath === undefined ? createSignup(from) : await readSignups(eventPath, from);
  const { total, notes: ofLog, isLog } = await checkSignups(list, from, [flow]);
  if (options.isFromTyped && eventPath !== undefined && !isLog) {
    throw new UsageError(
      `Failed to use --from with --event: ${eventPath} has whole events, and only entries of a log lack parts that --from can fill.\nUse --set PATH=VALUE to change fields of the events.`,
    );
  }
  const notes = [...flow.notes, ...(await listNotes(flow.sources)), ...ofLog];
  if (json || ndjson) printNotes(flow.notes, shell);
  const flowTimeoutMs = timeout ?? (inspect ? noDeadlineMs : undefined);
  const limits = createLimits(flowTimeoutMs === undefined ? {} : { flowTimeoutMs });
  const cache = cacheFile === undefined ? [] : await readCacheFile(cacheFile);
  const keepCache = cacheFile === undefined ? undefined : createCacheWriter(cacheFile, cache);
  const caseWriter = await createWriter({ ...options, paths, cache }, total);
  const trace = options.trace === undefined ? undefined : await startTrace(options.trace, shell);
  const progress = await createProgress(total, shell);
  const reportShell = { ...shell, print: progress.print };
  const report = json
    ? createJsonReport(reportShell, list.isBatch)
    : ndjson
      ? createNdjsonReport(reportShell)
      : createTextReport(notes, options, reportShell, list.isBatch);
  let done = 0;
  let status: number = options.strict && notes.length > 0 ? exitStatus.denied : exitStatus.allowed;
  const batch = {
    // Nothing follows a single signup.
    fresh: options.fresh ?? total < 2,
    jobs: options.jobs,
    cache,
    limits,
    network: caseWriter && ('record' as const),
    stop,
    inspect,
    onRequired,
    onListening: (url: string) => shell.printError(formatListening(url)),
  };
  try {
    if (options.checkIsolation) {
      const check = { list, flow, cache, limits, stop, progress, json: json ?? false };
      const { checkIsolation } = await import('./check-isolation.ts');
      return await checkIsolation(check, reportShell);
    }
    for await (const entry of runSignups(prepareSignups(list, flow), batch)) {
      done += 1;
      await report.add(entry);
      caseWriter?.add(entry);
      await trace?.add(entry);
      progress.step();
      status = Math.max(status, toStatus(entry.run, options));
      await keepCache?.(entry.cache);
      // A reader that is slower than the signups must not fill the memory.
      if (done % flushEvery === 0) await shell.flush();
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    progress.end();
    await trace?.end();
  }
  if (done > 0) await report.end();
  if (done === total && caseWriter) {
    printNotes(await caseWriter.write(), shell);
    shell.printError(toPrintable(`Saved as ${relative(shell.cwd, options.saveCase ?? '')}`));
  }
  if (!stop.aborted || done === total) return status;
  const stopped = stop.reason as Stopped;
  if (stopped.signal !== undefined) {
    shell.printError(`Stopped: ${done} of ${total} signups are done.`);
  }
  return toStoppedStatus(stopped, status);
}

/** The writer of the case to which the run is saved, if it is; loaded only then. */
async function createWriter(
  { saveCase: file, ...source }: Pick<RunOptions, 'saveCase'> & Omit<CaseSource, 'file' | 'now'>,
  total: number,
): Promise<CaseWriter | undefined> {
  if (file === undefined) return undefined;
  const { createCaseWriter } = await import('../cases/save-case.ts');
  return createCaseWriter({ ...source, file }, total);
}

/** Loads what writes traces only if there is one to write. */
async function startTrace(file: string, { cwd }: Shell): Promise<OpenTrace> {
  const { openTrace } = await import('../trace/open-trace.ts');
  return openTrace(file, cwd);
}

/** Three weeks: timers take at most 31 bits. */
const noDeadlineMs = 2_000_000_000;

/** What Node says, in the form that editors look for, and how to attach. */
const formatListening = (url: string): string =>
  `Debugger listening on ${url}\nAttach your editor, or open chrome://inspect in Chrome.`;

const flushEvery = 64;

/** A refusal counts even if it was too late; if the user is strict, so does a diagnostic. */
function toStatus(done: IsolatedRun, { strict = false }: RunOptions): number {
  const { status, diagnostics } = done.outcome;
  const isDenied = isTooLate(done) || (strict && status === 'allowed' && diagnostics.length > 0);
  return exitStatus[isDenied ? 'denied' : status];
}
