import type { RecordedCall } from '@signup-actions/types';
import type { LiveCache } from '../cache/live-cache.ts';
import { ContractError, toErrorRecord } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { Clock } from '../ports.ts';
import type { CallDetails, CallSite, Note } from '../calls/call.ts';
import type { Recorder } from '../calls/recorder.ts';
import { toPlain } from '../text/describe.ts';

/**
 * What the methods of one Action's `api` need.
 *
 * @internal
 */
export interface ApiContext {
  /** Name of the Action. */
  readonly action: string;
  readonly recorder: Recorder;
  readonly cache: LiveCache;
  readonly clock: Clock;
  readonly limits: Limits;
  /** Whether the Action's handler has settled (F8). */
  readonly isSealed: () => boolean;
  /** Returns the place in the source that calls the api. */
  readonly callSite?: (() => CallSite | undefined) | undefined;
}

/** Records a call that was accepted. Never throws: a refusal must not get lost. */
export function recordCall(context: ApiContext, call: RecordedCall, notes?: readonly Note[]): void {
  record(context, call, notes?.length ? { notes: freezeNotes(notes) } : undefined);
}

const freezeNotes = (notes: readonly Note[]): readonly Note[] =>
  Object.freeze(notes.map((note) => Object.freeze(note)));

/** Runs a method that may reject its arguments. If it throws, the call is recorded with the error. */
export function recordIfThrown<Result>(
  context: ApiContext,
  method: RecordedCall['method'],
  args: readonly unknown[],
  run: () => Result,
): Result {
  try {
    return run();
  } catch (thrown) {
    const call = { method, args: args.map(toPlain) } as unknown as RecordedCall;
    record(context, call, { error: toErrorRecord(thrown) });
    throw thrown;
  }
}

/** Throws if the flow has used up its calls (F14). */
export function assertNotFull({ recorder, limits }: ApiContext): void {
  if (!recorder.isFull()) return;
  throw new ContractError(
    'too-many-calls',
    `Failed to set the user's data: a flow can make at most ${limits.maxCalls} calls.\nCall the api outside loops, or set one object instead of many properties.`,
  );
}

function record(
  { recorder, action, isSealed, callSite }: ApiContext,
  call: RecordedCall,
  details?: Pick<CallDetails, 'error' | 'notes'>,
): void {
  const site = callSite && readSite(callSite);
  const late = isSealed();
  // Most calls have no details, and an object from fewer spreads is created faster.
  if (!details && !late && site === undefined) return recorder.record(call, action);
  recorder.record(call, action, {
    ...details,
    ...(late && { late }),
    ...(site !== undefined && { site }),
  });
}

/** The place that the host's function returns, as plain data; `undefined` if it returns something else. */
function readSite(callSite: () => CallSite | undefined): CallSite | undefined {
  try {
    const { file, line, column } = callSite() ?? {};
    const isPlace =
      typeof file === 'string' && typeof line === 'number' && typeof column === 'number';
    return isPlace ? Object.freeze({ file, line, column }) : undefined;
  } catch {
    return undefined;
  }
}
