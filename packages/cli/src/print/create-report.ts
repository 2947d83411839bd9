import { escapeControls } from '@signup-actions/runtime-core/internal';
import type { Shell } from '../shell.ts';
import { fitText } from './fit-text.ts';
import { formatRun } from './format-run.ts';
import { formatRows, formatSummary, isBad } from './format-summary.ts';
import type { ReportEntry } from './report-entry.ts';
import { toJsonEntry } from './to-json-entry.ts';

/** Prints what happens, as it happens. */
export interface Report {
  readonly add: (entry: ReportEntry) => void;
  readonly end: (entries: readonly ReportEntry[], isBatch: boolean) => void;
}

/** Prints a JSON object for the signup and nothing else; of a batch an array, however many signups it has. */
export const createJsonReport = ({ print, cwd }: Pick<Shell, 'print' | 'cwd'>): Report => ({
  add() {},
  end(entries, isBatch) {
    const json = entries.map((entry) => toJsonEntry(entry, cwd));
    print(JSON.stringify(isBatch ? json : json[0], undefined, 2));
  },
});

/** Prints a line of JSON for each signup when it is done. */
export const createNdjsonReport = ({ print, cwd }: Pick<Shell, 'print' | 'cwd'>): Report => ({
  add: (entry) => print(JSON.stringify(toJsonEntry(entry, cwd))),
  end() {},
});

const minColumns = 20;

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
  { print, paint, cwd, stdout }: Pick<Shell, 'print' | 'paint' | 'cwd' | 'stdout'>,
): Report {
  // Some terminals say that they have no columns.
  const columns = stdout.isTTY && (stdout.columns ?? 0) >= minColumns ? stdout.columns : undefined;
  const show = (text: string): void => print(fitText(text, { columns, isVerbose: verbose }));
  if (!quiet) {
    for (const note of notes) show(`${paint('warning', 'Note:')} ${escapeControls(note)}`);
    if (notes.length > 0) print('');
  }
  return {
    add(entry) {
      const { signup, actions, run } = entry;
      if (quiet || (onlyFailed && !isBad(entry))) return;
      show(formatRun(signup, run, { actions, cwd, paint }));
    },
    end(entries, isBatch) {
      if (isBatch && entries.length > 1) show(formatSummary(entries, paint));
      else if (quiet) show(formatRows(entries, paint).join('\n'));
    },
  };
}
