import type { Outcome } from '../folds/outcome.ts';
import { formatTable } from './format-table.ts';
import type { Lines, Paint } from './paint.ts';

/** What became of the registration, who decided so, and with what words. */
export function formatVerdict(outcome: Outcome, paint: Paint): Lines {
  switch (outcome.status) {
    case 'allowed':
      return [paint('good', 'ALLOWED')];
    case 'denied': {
      const { action, reason, userMessage } = outcome.refusal;
      const texts = { 'for the log': reason, 'for the person': userMessage };
      return [`${paint('bad', 'DENIED')} by ${action}`, ...formatTable(texts)];
    }
    case 'invalid': {
      const { action, errorCode, errorMessage } = outcome.refusal;
      const texts = { 'for the log': errorCode, 'for the person': errorMessage };
      return [`${paint('bad', 'INVALID')} by ${action}`, ...formatTable(texts)];
    }
    case 'failed': {
      const { action, class: kind, error } = outcome.failure;
      const where = action === undefined ? '' : ` in ${action}`;
      const lines = `${error.name}: ${error.message}`.split('\n');
      return [`${paint('bad', 'FAILED')}${where} (${kind})`, ...lines.map((line) => `  ${line}`)];
    }
  }
}
