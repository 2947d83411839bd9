import type { RecordedCall } from '@signup-actions/types';
import type { Limits } from '../limits.ts';
import { isRefusal, type Call, type CallDetails } from './call.ts';
import { createChangesFold, type ChangesFold } from './changes.ts';

/**
 * Written by a plain assignment, before anything else: no other code has to run, which may find the stack full.
 *
 * @internal
 */
export interface RefusalIntent {
  isMeant: boolean;
  /** The last Action that refused. */
  action: string | undefined;
}

/**
 * The append-only list of a flow's calls. It is the single source of truth: everything else is derived from it.
 *
 * @internal
 */
export interface Recorder {
  readonly calls: readonly Call[];
  /** Whether an Action has called a method which refuses, even if the call could not be recorded (R3). */
  readonly intent: RefusalIntent;
  /** The changes of the calls so far: the accumulator of the fold, updated with each call. */
  readonly changes: ChangesFold;
  /** Whether an Action asked for a refusal, including one that was rejected or could not be recorded (F2, F3, R3, R4). */
  readonly hasRefusal: () => boolean;
  /** Whether the flow has used up its calls (F14). */
  readonly isFull: () => boolean;
  readonly record: (
    call: RecordedCall,
    action: string,
    details?: Omit<CallDetails, 'action' | 'index'>,
  ) => void;
  /** Freezes the list. Calls made afterwards are passed to `onCallAfterClose` instead (F8). */
  readonly close: (onCallAfterClose?: (call: Call) => void) => void;
}

/**
 * Creates a recorder without calls. `onCall` receives each call as soon as it is recorded; it must not throw.
 *
 * @internal
 */
export function createRecorder(limits: Limits, onCall?: (call: Call) => void): Recorder {
  const calls: Call[] = [];
  const changes = createChangesFold();
  const intent: RefusalIntent = { isMeant: false, action: undefined };
  let receive = (call: Call): void => {
    const refusal = isRefusal(call);
    // A refusal is recorded even beyond the limit: other calls must not displace it (F14).
    if (calls.length >= limits.maxCalls && !refusal) return;
    calls.push(call);
    changes.add(call);
    intent.isMeant ||= refusal;
    onCall?.(call);
  };
  return {
    calls,
    changes,
    intent,
    hasRefusal: () => intent.isMeant,
    isFull: () => calls.length >= limits.maxCalls,
    record: (call, action, details) =>
      receive(freezeCall({ ...call, action, index: calls.length, ...details })),
    close: (onCallAfterClose = () => {}) => {
      receive = onCallAfterClose;
      Object.freeze(calls);
    },
  };
}

function freezeCall(call: Call): Call {
  Object.freeze(call.args);
  return Object.freeze(call);
}
