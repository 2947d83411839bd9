import type { Event, PreUserRegistrationAPI } from '@signup-actions/types';
import { toErrorRecord } from '../errors.ts';
import type { Failure } from '../folds/decision.ts';
import type { Action } from './action.ts';
import type { GiveUp } from './deadline.ts';

/**
 * Calls a handler and waits until it settles or the flow is given up. Never rejects: answers why it
 * failed (F6, F7), or nothing when it completed.
 */
export async function runHandler(
  { name, handler }: Action,
  event: Event,
  api: PreUserRegistrationAPI,
  givenUp: Promise<GiveUp>,
): Promise<Failure | undefined> {
  // Called inside a promise, so that what a plain function throws counts as a rejection.
  const settled = new Promise((resolve) => resolve(handler(event, api))).then(
    () => undefined,
    (thrown: unknown): GiveUp => ({ class: 'action_error', error: toErrorRecord(thrown) }),
  );
  const reason = await Promise.race([settled, givenUp]);
  // An abort is the host's doing, whichever Action was running.
  return (
    reason && Object.freeze({ ...reason, ...(reason.class !== 'aborted' && { action: name }) })
  );
}

/** What is no Action's fault, and still never admits (F13). */
export const toPlatformError = (thrown: unknown): Failure =>
  Object.freeze({ class: 'platform_error', error: toErrorRecord(thrown) });
