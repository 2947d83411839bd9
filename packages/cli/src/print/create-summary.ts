import {
  escapeControls,
  formatValue,
  redact,
  type Lines,
  type Outcome,
} from '@signup-actions/runtime-core/internal';
import { columnsOf, padColumns } from './columns.ts';
import { formatUserName } from './format-run.ts';
import type { Paint } from './paint.ts';
import { isBad, isTooLate, type ReportEntry } from './report-entry.ts';

/** With more signups than these, only those that are not allowed have a line. */
const maxRows = 50;

/** How many of those have a line. */
const maxBadRows = 200;

/** Counts the signups of a batch. */
export interface Summary {
  readonly add: (entry: ReportEntry) => void;
  readonly count: () => number;
  /** A line for each signup, and how many had which outcome. */
  readonly format: (paint: Paint) => string;
  /** The line for each signup. */
  readonly formatRows: (paint: Paint) => Lines;
}

/** Creates an empty summary. It keeps a bounded number of lines. */
export function createSummary(): Summary {
  const counts = new Map<Outcome['status'], number>();
  let count = 0;
  let badCount = 0;
  let rows: Row[] = [];
  const list = (): Lines =>
    badCount > rows.length ? [`  … and ${(badCount - rows.length).toLocaleString('en')} more`] : [];
  return {
    add(entry) {
      const { status } = entry.run.outcome;
      counts.set(status, (counts.get(status) ?? 0) + 1);
      count += 1;
      if (count === maxRows + 1) rows = rows.filter((row) => row.isBad);
      if (isBad(entry)) badCount += 1;
      else if (count > maxRows) return;
      if (rows.length < maxBadRows) rows.push(toRow(entry));
    },
    count: () => count,
    formatRows: (paint) => [...formatRows(rows, paint), ...list()],
    format: (paint) =>
      [
        ...(rows.length > 0 ? [paint('title', 'Summary')] : []),
        ...formatRows(rows, paint),
        ...(count > maxRows ? list() : []),
        paint('title', formatCounts(count, counts)),
      ].join('\n'),
  };
}

/** A line for each of these signups. */
function formatRows(rows: readonly Row[], paint: Paint): Lines {
  const widths = [0, 1, 2].map((column) =>
    rows.reduce((width, { cells }) => Math.max(width, columnsOf(cells[column] ?? '')), 0),
  );
  return rows.map(({ cells, isBad: isRed }) => {
    const [user, label, verdict, why] = cells;
    const [first = '', second = '', third = ''] = [user, label, verdict].map((text, column) =>
      padColumns(text, widths[column] ?? 0),
    );
    return `  ${first}  ${paint('faint', second)}  ${paint(isRed ? 'bad' : 'good', third)}  ${why}`.trimEnd();
  });
}

interface Row {
  readonly cells: readonly [user: string, label: string, verdict: string, why: string];
  readonly isBad: boolean;
}

function toRow(entry: ReportEntry): Row {
  const { signup, run } = entry;
  const why = isTooLate(run)
    ? `${escapeControls(run.lateRefusal ?? '')}: refused too late`
    : toReason(redact(run.outcome));
  const verdict = run.outcome.status.toUpperCase();
  return {
    cells: [formatUserName(signup.event), escapeControls(signup.label), verdict, why],
    isBad: isBad(entry),
  };
}

function toReason(outcome: Outcome): string {
  switch (outcome.status) {
    case 'allowed':
      return '';
    case 'denied':
      return `${escapeControls(outcome.refusal.action)}: ${formatValue(outcome.refusal.reason)}`;
    case 'invalid':
      return `${escapeControls(outcome.refusal.action)}: ${formatValue(outcome.refusal.errorCode)}`;
    case 'failed': {
      const { action, error } = outcome.failure;
      const [message = ''] = error.message.split('\n');
      return `${action === undefined ? '' : `${escapeControls(action)}: `}${escapeControls(message)}`;
    }
  }
}

const statuses = ['allowed', 'denied', 'invalid', 'failed'] as const satisfies Outcome['status'][];

function formatCounts(count: number, counts: ReadonlyMap<Outcome['status'], number>): string {
  const parts = statuses
    .filter((status) => counts.has(status))
    .map((status) => `${counts.get(status)} ${status}`);
  return `${count} signups: ${parts.join(', ')}`;
}
