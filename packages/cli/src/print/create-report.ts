import {
  escapeControls,
  formatValue,
  redact,
  type Lines,
  type Outcome,
} from '@signup-actions/runtime-core/internal';
import type { IsolatedRun, LoadedAction } from '@signup-actions/workbench';
import type { Shell } from '../shell.ts';
import type { Signup } from '../signups/read-event-file.ts';
import { formatRun, formatUserName, isTooLate } from './format-run.ts';
import type { Paint } from './paint.ts';

/** A signup and what happened to it. */
export interface ReportEntry {
  readonly signup: Signup;
  /** The Actions, with the secrets that they had. */
  readonly actions: readonly LoadedAction[];
  readonly run: IsolatedRun;
}

/** Prints what happens, as it happens. */
export interface Report {
  readonly add: (entry: ReportEntry) => void;
  readonly end: (entries: readonly ReportEntry[], isBatch: boolean) => void;
}

/** Prints the outcomes as JSON and nothing else; of a batch as an array, however many signups it has. */
export const createJsonReport = ({ print }: Pick<Shell, 'print'>): Report => ({
  add() {},
  end(entries, isBatch) {
    // Outcomes are redacted by their own `toJSON`.
    const outcomes = entries.map(({ run }) => run.outcome);
    print(JSON.stringify(isBatch ? outcomes : outcomes[0], undefined, 2));
  },
});

/** Prints a report for the user to read, below notes about its Actions. */
export function createTextReport(
  notes: readonly string[],
  { print, paint, cwd }: Pick<Shell, 'print' | 'paint' | 'cwd'>,
): Report {
  for (const note of notes) print(`${paint('warning', 'Note:')} ${escapeControls(note)}`);
  if (notes.length > 0) print('');
  return {
    add: ({ signup, actions: loaded, run }) =>
      print(formatRun(signup, run, { actions: loaded, cwd, paint })),
    end(entries) {
      if (entries.length > 1) print(formatSummary(entries, paint));
    },
  };
}

/** A line for each signup of a batch, and how many had which outcome. */
function formatSummary(entries: readonly ReportEntry[], paint: Paint): string {
  const rows = entries.map(toRow);
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines: Lines = rows.map(([user, label, verdict, why], index) => {
    const run = entries[index]?.run;
    const role = run?.outcome.status === 'allowed' && !isTooLate(run) ? 'good' : 'bad';
    const [first, second, third] = [user, label, verdict].map((text, column) =>
      text.padEnd(widths[column] ?? 0),
    );
    return `  ${first}  ${paint('faint', second ?? '')}  ${paint(role, third ?? '')}  ${why}`.trimEnd();
  });
  return [paint('title', 'Summary'), ...lines, paint('title', formatCounts(entries))].join('\n');
}

type Row = readonly [user: string, label: string, verdict: string, why: string];

const toRow = ({ signup: { event, label }, run }: ReportEntry): Row => [
  formatUserName(event),
  escapeControls(label),
  run.outcome.status.toUpperCase(),
  isTooLate(run)
    ? `${escapeControls(run.lateRefusal ?? '')}: refused too late`
    : toReason(redact(run.outcome)),
];

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

function formatCounts(entries: readonly ReportEntry[]): string {
  const counts = statuses
    .map((status) => ({
      status,
      count: entries.filter(({ run }) => run.outcome.status === status).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${status}`);
  return `${entries.length} signups: ${counts.join(', ')}`;
}
