import type { RecordedCall } from '@signup-actions/types';
import type { Limits } from '../limits.ts';
import { describe } from '../text/describe.ts';
import { isRefusal, type Call, type CallDetails } from './call.ts';
import { createChangesFold, type ChangesFold } from './changes.ts';

/**
 * Written by a plain assignment, before anything else: no other code has to run, which may find the stack full.
 *
 * @internal
 */
interface RefusalIntent {
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
  /** Whether the flow has used up its calls, or the memory for them (F14). */
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
  let characters = 0;
  let refusals = 0;
  const isFull = (): boolean =>
    calls.length >= limits.maxCalls || characters > maxRecordedCharacters;
  let receive = (received: Call): void => {
    const refusal = isRefusal(received);
    intent.isMeant ||= refusal;
    // A refusal is recorded even beyond the limit: other calls must not displace it (F14). The first one decides, so
    // that after ten thousand the next ones can be left out.
    if (isFull() && (!refusal || refusals >= maxRefusals)) return;
    const call = characters > maxRecordedCharacters && refusals > 0 ? abridge(received) : received;
    calls.push(call);
    changes.add(call);
    if (refusal) refusals += 1;
    for (const arg of call.args) characters += countCharacters(arg);
    if (call.error) characters += countCharacters(call.error);
    if (call.notes) characters += countCharacters(call.notes);
    onCall?.(call);
  };
  return {
    calls,
    changes,
    intent,
    hasRefusal: () => intent.isMeant,
    isFull,
    record: (call, action, details) =>
      receive(freezeCall({ ...call, action, index: calls.length, ...details })),
    close: (onCallAfterClose = () => {}) => {
      receive = onCallAfterClose;
      Object.freeze(calls);
    },
  };
}

/** Arguments and errors of all calls together: far more than the platform stores, far less than fills a process. */
const maxRecordedCharacters = 16_777_216;

/** Refusals that are recorded if the flow has used up its calls. */
const maxRefusals = 10_000;

/** The call with its long strings described. */
const abridge = (call: Call): Call =>
  freezeCall({
    ...call,
    args: call.args.map((arg) =>
      typeof arg === 'string' && arg.length > maxAbridged ? describe(arg) : arg,
    ),
  } as unknown as Call);

const maxAbridged = 200;

/** How many characters the strings of plain data have, keys included. */
function countCharacters(data: unknown): number {
  if (typeof data === 'string') return data.length;
  if (typeof data !== 'object' || data === null) return 0;
  let characters = 0;
  for (const [key, part] of Object.entries(data)) characters += key.length + countCharacters(part);
  return characters;
}

function freezeCall(call: Call): Call {
  Object.freeze(call.args);
  return Object.freeze(call);
}
