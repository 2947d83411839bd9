import {
  type Lines,
  type Outcome,
  formatValue,
  toPlatformResponse,
} from '@signup-actions/runtime-core/internal';
import { paint } from './paint.ts';

/** What a client of the platform gets over HTTP (R2). */
export function formatAnswer(outcome: Outcome): Lines {
  const { status, body } = toPlatformResponse(outcome);
  return [
    `${paint('title', 'Answer')} to POST /dbconnections/signup`,
    `  ${status} ${formatValue(body)}`,
    ...(notes[outcome.status] ?? []).map((note) => `  ${paint('faint', note)}`),
  ];
}

const notes: { readonly [Status in Outcome['status']]?: Lines } = {
  denied: ['Callers of the API see the reason, which is meant for the log.'],
  invalid: ['Callers of the API see the error code, which is meant for the log.'],
};
