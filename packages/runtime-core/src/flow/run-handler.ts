import type { Event, PreUserRegistrationAPI } from '@signup-actions/types';
import { toErrorRecord } from '../errors.ts';
import type { Failure } from '../outcome/outcome.ts';
import type { Action } from './action.ts';
import type { Deadline, GiveUp } from './deadline.ts';

/**
 * Calls a handler and waits until it settles or the flow is given up, and seals its api in that moment
 * (F8). Never rejects: answers why the handler failed (F6, F7), or nothing when it completed.
 */
export const runHandler = (
  { name, handler }: Action,
  event: Event,
  api: PreUserRegistrationAPI,
  deadline: Deadline,
  seal: () => void,
): Promise<Failure | undefined> =>
  new Promise((resolve) => {
    const end = (reason?: GiveUp): void => {
      seal();
      resolve(reason && toFailure(reason, name));
    };
    const fail = (thrown: unknown): void =>
      end({ kind: 'action_error', error: toErrorRecord(thrown) });
    deadline.wait(end);
    try {
      Promise.resolve(handler(event, api)).then(() => end(), fail);
    } catch (thrown) {
      // A plain function may throw at once.
      fail(thrown);
    }
  });

/** An abort is the host's doing, whichever Action was running. */
const toFailure = (reason: GiveUp, action: string): Failure =>
  Object.freeze(reason.kind === 'aborted' ? { ...reason } : { ...reason, action });

/** What is no Action's fault, and still never admits (F13). */
export const toPlatformError = (thrown: unknown): Failure =>
  Object.freeze({ kind: 'platform_error', error: toErrorRecord(thrown) });
