import {
  formatValue,
  toPlatformResponse,
  type Lines,
  type Outcome,
  type SignupEvent,
} from '@signup-actions/runtime-core/internal';
import { toChannel, unknownResponses } from '@signup-actions/workbench';
import type { Paint } from './paint.ts';

/** What a client of the platform receives over HTTP (R2). On the login page the user sees the message for the user. */
export function formatResponse(event: SignupEvent, outcome: Outcome, paint: Paint): Lines {
  const channel = toChannel(event);
  if (channel === 'login-page') return [];
  if (channel !== 'signup-api') {
    if (outcome.status === 'allowed') return [];
    return [paint('title', 'Response'), `  ${paint('faint', unknownResponses[channel])}`];
  }
  const note = notes[outcome.status];
  return [
    `${paint('title', 'Response')} to POST /dbconnections/signup`,
    `  ${formatAnswer(outcome)}`,
    ...(note === undefined ? [] : [`  ${paint('faint', note)}`]),
  ];
}

function formatAnswer(outcome: Outcome): string {
  const { status, body } = toPlatformResponse(outcome);
  return outcome.status === 'allowed'
    ? `${status} with the new user`
    : `${status} ${formatValue(body)}`;
}

const notes: { readonly [Status in Outcome['status']]?: string } = {
  denied: 'Clients of the API see the reason, which is meant for the log.',
  invalid: 'Clients of the API see the error code, which is meant for the log.',
};
