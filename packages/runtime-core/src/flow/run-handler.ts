import type { Event, PreUserRegistrationAPI } from '@signup-actions/types';
import { toErrorRecord } from '../errors.ts';
import type { Failure } from '../folds/decision.ts';
import type { Action } from './action.ts';
import type { Deadline, GiveUp } from './deadline.ts';

/**
 * Calls a handler and waits until it settles or the flow is given up. Never rejects: answers why it
 * failed (F6, F7), or nothing when it completed.
 */
export async function runHandler(
  { name, handler }: Action,
  event: Event,
  api: PreUserRegistrationAPI,
  deadline: Deadline,
): Promise<Failure | undefined> {
  const reason = await new Promise<GiveUp | undefined>((resolve) => {
    deadline.wait(resolve);
    settle(() => handler(event, api)).then(
      () => resolve(undefined),
      (thrown: unknown) => resolve({ class: 'action_error', error: toErrorRecord(thrown) }),
    );
  });
  // An abort is the host's doing, whichever Action was running.
  return (
    reason && Object.freeze({ ...reason, ...(reason.class !== 'aborted' && { action: name }) })
  );
}

/** What a plain function throws counts as a rejection, and what it returns is awaited. */
const settle = async (run: () => unknown): Promise<unknown> => run();

/** What is no Action's fault, and still never admits (F13). */
export const toPlatformError = (thrown: unknown): Failure =>
  Object.freeze({ class: 'platform_error', error: toErrorRecord(thrown) });
