import type { Outcome } from '../outcome/outcome.ts';
import type { Refusal } from '../calls/call.ts';
import { formatTable } from './format-table.ts';
import type { Lines, Paint } from './paint.ts';

/** What became of the registration, who decided so, and with what words. */
export function formatVerdict(outcome: Outcome, paint: Paint): Lines {
  switch (outcome.status) {
    case 'allowed':
      return [paint('good', 'ALLOWED')];
    case 'denied':
    case 'invalid': {
      const { refusal, status } = outcome;
      const verdict = `${paint('bad', status.toUpperCase())} by ${refusal.action}`;
      return [verdict, ...formatTable(labelRefusal(refusal))];
    }
    case 'failed': {
      const { action, kind, error } = outcome.failure;
      const where = action === undefined ? '' : ` in ${action}`;
      const lines = `${error.name}: ${error.message}`.split('\n');
      return [`${paint('bad', 'FAILED')}${where} (${kind})`, ...lines.map((line) => `  ${line}`)];
    }
  }
}

/** The two strings of a refusal, by whom they are for. */
export function labelRefusal(refusal: Refusal): Readonly<Record<string, string>> {
  const [log, user] =
    refusal.status === 'denied'
      ? [refusal.reason, refusal.userMessage]
      : [refusal.errorCode, refusal.errorMessage];
  return { 'for the log': log, 'for the person': user };
}
