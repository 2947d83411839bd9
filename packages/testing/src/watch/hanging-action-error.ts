import type { FlowOutput } from './flow-output.ts';
import { hasFakeTimers } from './real-time.ts';

/** Thrown by a run, or at the end of a test, if an Action has not settled when the test's time is up. */
export class HangingActionError extends Error {
  override readonly name = 'HangingActionError';
  readonly code = 'action-hangs';

  constructor(what: string, { requests }: FlowOutput, hint = '') {
    super(`Failed to run the flow: ${what}.\n${hint}${describeWait(requests)}`);
  }
}

/** What the Action waits for, as far as can be known, and what to do. */
function describeWait(requests: FlowOutput['requests']): string {
  const request = requests.findLast(({ status }) => status === undefined);
  if (request) {
    return `It waits for a response to ${request.method} ${request.url}.\nRespond to the request in the test, for example with msw or a MockAgent of undici.`;
  }
  return hasFakeTimers()
    ? 'The timers are fake: a wait ends only when the test advances them.'
    : 'Is there a promise that never settles, or a callback that is never called?';
}
