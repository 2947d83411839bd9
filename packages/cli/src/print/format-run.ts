import { formatOutcome, type Outcome } from '@signup-actions/runtime-core';
import type { Signup } from '../load/read-events.ts';
import type { ChildRun } from '../child/run-in-child.ts';
import { paint } from './paint.ts';

/** What happened to one signup, to be read by a person. */
export function formatRun({ label, event }: Signup, { outcome, console }: ChildRun): string {
  const { email, phone_number, username } = event.user;
  const who = email ?? phone_number ?? username ?? 'somebody without a name';
  const lines = [
    `${paint('title', `── ${who}`)} ${paint('faint', `(${label})`)}`,
    formatOutcome(outcome, { paint }),
    ...(console === '' ? [] : [paint('title', 'Console'), indent(console)]),
  ];
  return `${lines.join('\n')}\n`;
}

const indent = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');

/** How many signups came out which way. */
export function formatSummary(outcomes: readonly Outcome[]): string {
  const statuses = ['allowed', 'denied', 'invalid', 'failed'] as const;
  const counts = statuses
    .map(
      (status) => [status, outcomes.filter((outcome) => outcome.status === status).length] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status}`);
  return paint('title', `${outcomes.length} signups: ${counts.join(', ')}`);
}
