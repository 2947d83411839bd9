import { escapeControls } from '@signup-actions/runtime-core/internal';
import type { Shell } from '../shell.ts';
import { isNarrow, loadColumns } from './columns.ts';
import { createShow } from './create-show.ts';
import { formatRun } from './format-run.ts';
import { createSummary } from './create-summary.ts';
import { isBad, type ReportEntry } from './report-entry.ts';
import { toJsonEntry } from './to-json-entry.ts';

/** Prints what happens, as it happens. */
export interface Report {
  readonly add: (entry: ReportEntry) => Promise<void> | void;
  readonly end: () => Promise<void> | void;
}

/** Prints a JSON object for the signup and nothing else; of a batch an array, however many signups it has. */
export function createJsonReport(
  { print, cwd }: Pick<Shell, 'print' | 'cwd'>,
  isBatch: boolean,
): Report {
  // An item is printed when it is known whether a comma follows.
  let held: string | undefined;
  return {
    add(entry) {
      const json = JSON.stringify(toJsonEntry(entry, cwd), undefined, 2);
      if (!isBatch) return print(json);
      print(held === undefined ? '[' : `${held},`);
      held = json.replaceAll(/^/gm, '  ');
    },
    end() {
      if (held !== undefined) print(`${held}\n]`);
    },
  };
}

/** Prints a line of JSON for each signup when it is done. */
export const createNdjsonReport = ({ print, cwd }: Pick<Shell, 'print' | 'cwd'>): Report => ({
  add: (entry) => print(JSON.stringify(toJsonEntry(entry, cwd))),
  end() {},
});

/** What a report for the user shows. */
export interface TextReportOptions {
  /** A line for each signup and nothing else. */
  readonly quiet?: boolean | undefined;
  /** Everything, however long it is. */
  readonly verbose?: boolean | undefined;
  /** Only what is refused or failed. */
  readonly onlyFailed?: boolean | undefined;
}

/** Prints a report for the user to read, below notes about its Actions. */
export function createTextReport(
  notes: readonly string[],
  { quiet = false, verbose = false, onlyFailed = false }: TextReportOptions,
  { print, printError, paint, link, cwd, stdout }: Shell,
  isBatch: boolean,
): Report {
  const summary = createSummary();
  const show = createShow({ print, stdout }, { isVerbose: verbose });
  const hidden = new Set<string>();
  if (!quiet) {
    for (const note of notes) print(`${paint('warning', 'Note:')} ${escapeControls(note)}`);
    if (notes.length > 0) print('');
  }
  return {
    async add(entry) {
      if (!hasNarrowNames(entry)) await loadColumns();
      const { signup, actions, run } = entry;
      summary.add(entry);
      if (quiet || (onlyFailed && !isBad(entry))) {
        for (const message of listMissingValues(entry)) hidden.add(message);
        return;
      }
      await show(formatRun(signup, run, { actions, cwd, paint, link }));
    },
    async end() {
      if (isBatch && summary.count() > 1) await show(summary.format(paint));
      else if (quiet) await show(summary.formatRows(paint).join('\n'));
      for (const message of hidden) printError(`Note: ${escapeControls(message)}`);
    },
  };
}

/** Which values an Action has read that were not given: without them, its result means little. */
const listMissingValues = ({ run }: ReportEntry): readonly string[] =>
  run.outcome.diagnostics
    .filter(({ code }) => code.endsWith('-without-value'))
    .map(({ message }) => message);

/** Whether the names that are aligned have only characters of one column. */
const hasNarrowNames = ({ signup, run: { outcome } }: ReportEntry): boolean =>
  isNarrow(
    JSON.stringify([
      signup,
      outcome.user,
      outcome.executions.map(({ action }) => action),
    ]).replaceAll('\\n', ''),
  );
