import type { RecordedCall } from '@signup-actions/types';
import { createChangesFold, type ChangesFold } from '../folds/changes.ts';
import { isRefusal } from '../folds/refusals.ts';
import type { Limits } from '../limits.ts';
import type { Call, CallDetails } from './call.ts';

/** The append-only list of a flow's calls, the single truth that everything else is folded from. */
export interface Recorder {
  readonly calls: readonly Call[];
  /** The changes of the calls so far: the fold's accumulator, kept as calls arrive. */
  readonly changes: ChangesFold;
  /** Whether a refusal was called for, be it one that was rejected for its arguments (F2, F3, R4). */
  readonly hasRefusal: () => boolean;
  /** Whether the flow has used up its calls (F14). */
  readonly isFull: () => boolean;
  readonly record: (
    call: RecordedCall,
    action: string,
    details?: Omit<CallDetails, 'action' | 'index'>,
  ) => void;
  /** From here on the list stays as it is; what still comes goes to `onCallAfterClose` (F8). */
  readonly close: (onCallAfterClose?: (call: Call) => void) => void;
}

/** A recorder with no calls. */
export function createRecorder(limits: Limits): Recorder {
  const calls: Call[] = [];
  const changes = createChangesFold();
  let refused = false;
  let receive = (call: Call): void => {
    const refusal = isRefusal(call);
    // A refusal is kept whatever the limit says: nothing may push one out (F14).
    if (calls.length >= limits.maxCalls && !refusal) return;
    calls.push(call);
    changes.add(call);
    refused ||= refusal;
  };
  return {
    calls,
    changes,
    hasRefusal: () => refused,
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
