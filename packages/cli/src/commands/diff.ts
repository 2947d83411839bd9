import { createLimits } from '@signup-actions/runtime-core/internal';
import type { StartingPoint } from '@signup-actions/testing';
import { runSignups, type BatchEntry } from '../batch/run-signups.ts';
import { compareSignups } from '../compare/compare-signups.ts';
import {
  formatComparison,
  formatMarkdown,
  toComparisonJson,
} from '../compare/format-comparison.ts';
import { openRevision, type OpenedPath } from '../compare/open-revision.ts';
import { exitStatus } from '../exit-status.ts';
import { printReport } from '../print/create-show.ts';
import { createProgress } from '../print/create-progress.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import { readSignups } from '../signups/read-signups.ts';
import { Stopped, toStoppedStatus } from './create-stop.ts';
import { printNotes } from './list-notes.ts';
import {
  checkSignups,
  loadFlow,
  prepareSignups,
  type Flow,
  type FlowOptions,
} from './prepare-signups.ts';

/** The options of `signup-actions diff`. */
export interface DiffOptions extends FlowOptions {
  /** Absolute path of a file or folder of events. */
  readonly event: string;
  readonly from: StartingPoint;
  readonly jobs?: number;
  /** In milliseconds. */
  readonly timeout?: number;
  readonly json?: boolean;
  readonly format: 'text' | 'markdown' | 'json';
}

/** Runs two versions of a tenant on the same signups, reports which of them change, and returns the exit status. */
export async function diff(
  [before, after]: readonly [before: string, after: string],
  options: DiffOptions,
  shell: Shell,
  stop: AbortSignal,
): Promise<number> {
  const { cwd, print, paint } = shell;
  const { jobs, timeout, from } = options;
  const format = options.json ? 'json' : options.format;
  const opened: OpenedPath[] = [];
  try {
    for (const named of [before, after]) opened.push(await openRevision(named, cwd));
    const flows: Flow[] = [];
    for (const { path } of opened) flows.push(await loadFlow([path], options));
    const list = await readSignups(options.event, from);
    const { total, notes } = await checkSignups(list, from, flows);
    const ofFlows = new Set(flows.flatMap((flow) => flow.notes));
    printNotes([...ofFlows, ...notes], shell);
    const limits = createLimits(timeout === undefined ? {} : { flowTimeoutMs: timeout });
    const [old, current] = flows.map((flow) =>
      runSignups(prepareSignups(list, flow), { jobs, cache: [], limits, stop }),
    ) as [AsyncGenerator<BatchEntry>, AsyncGenerator<BatchEntry>];
    const progress = await createProgress(total, shell);
    const comparison = await compareSignups(old, current, progress.step).finally(progress.end);
    const sides = { before, after, verb: 'change' } as const;
    if (format === 'json') print(JSON.stringify(toComparisonJson(comparison, sides), undefined, 2));
    else if (format === 'markdown') print(formatMarkdown(comparison, sides));
    else await printReport(shell, format, formatComparison(comparison, sides, paint));
    return comparison.changes.length > 0 ? exitStatus.found : exitStatus.allowed;
  } catch (error) {
    if (error instanceof UsageError) {
      throw new UsageError(opened.reduce((text, { name }) => name(text), error.message));
    }
    if (!(error instanceof Stopped)) throw error;
    return toStoppedStatus(error, exitStatus.usage);
  } finally {
    await Promise.all(opened.map(({ close }) => close()));
  }
}
