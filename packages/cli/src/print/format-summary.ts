import {
  type Lines,
  type Outcome,
  formatValue,
  redact,
} from '@signup-actions/runtime-core/internal';
import type { Signup } from '../signups/signup.ts';
import { formatWho } from './format-who.ts';
import { paint } from './paint.ts';
import { toPrintable } from './to-printable.ts';

/** One signup of a batch, and what came of it. */
export interface SummaryEntry {
  readonly signup: Signup;
  readonly outcome: Outcome;
}

/** A line for each signup of a batch, and how many came out which way. */
export function formatSummary(entries: readonly SummaryEntry[]): string {
  const rows = entries.map(toRow);
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines: Lines = rows.map(([who, label, verdict, why], index) => {
    const status = entries[index]?.outcome.status;
    const role = status === 'allowed' ? 'good' : 'bad';
    const [first, second, third] = [who, label, verdict].map((text, column) =>
      text.padEnd(widths[column] ?? 0),
    );
    return `  ${first}  ${paint('faint', second ?? '')}  ${paint(role, third ?? '')}  ${why}`.trimEnd();
  });
  return [paint('title', 'Summary'), ...lines, formatCounts(entries)].join('\n');
}

type Row = readonly [who: string, label: string, verdict: string, why: string];

function toRow({ signup: { event, label }, outcome }: SummaryEntry): Row {
  return [formatWho(event), label, outcome.status.toUpperCase(), toReason(redact(outcome))];
}

function toReason(outcome: Outcome): string {
  switch (outcome.status) {
    case 'allowed':
      return '';
    case 'denied':
      return `${outcome.refusal.action}: ${formatValue(outcome.refusal.reason)}`;
    case 'invalid':
      return `${outcome.refusal.action}: ${formatValue(outcome.refusal.errorCode)}`;
    case 'failed': {
      const { action, error } = outcome.failure;
      const [message = ''] = error.message.split('\n');
      return `${action === undefined ? '' : `${action}: `}${toPrintable(message)}`;
    }
  }
}

const statuses = ['allowed', 'denied', 'invalid', 'failed'] as const;

function formatCounts(entries: readonly SummaryEntry[]): string {
  const counts = statuses
    .map((status) => ({
      status,
      count: entries.filter(({ outcome }) => outcome.status === status).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${status}`);
  return paint('title', `${entries.length} signups: ${counts.join(', ')}`);
}
