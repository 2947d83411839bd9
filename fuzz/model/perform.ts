import { isDeepStrictEqual } from 'node:util';
import type { MethodPath } from '@signup-actions/types';
import { cacheIsFull } from './cache.ts';
import { effects } from './effects.ts';
import type { FlowState } from './state.ts';

/** One call as the api meets it; once the flow is over, its outcome takes no more calls. */
export interface Request {
  readonly method: MethodPath;
  readonly args: readonly unknown[];
  readonly action: string;
  readonly late: boolean;
  readonly isOver: boolean;
  readonly now: number;
}

/** Makes a call, and answers whether it threw (F4, F8, F14). */
export function perform(state: FlowState, request: Request): boolean {
  const { method, args, action, late, isOver, now } = request;
  const isRefusal = method === 'access.deny' || method === 'validation.error';
  const index = state.calls.filter((call) => call.isRecorded).length;
  const isFull = index >= state.limits.maxCalls;
  const isWrite = method === 'cache.set' || method === 'cache.delete';
  const notes = late ? ['late-call'] : [];
  if (!late && state.refusers.has(action) && !method.startsWith('cache.'))
    notes.push('call-after-refusal');
  // Where a refusal is asked for, it is meant, even if its texts are rejected (R4).
  if (isRefusal) state.refusers.add(action);
  // What comes late or is one too many has no effect, unless it refuses.
  const [records, written] = [new Map(state.records), new Set(state.written)];
  const target = isRefusal || !(late || isFull) ? state : { ...state, records, written };
  const isOwn = written.has(args[0]);
  const answer = { threw: isFull && method.startsWith('user.'), result: undefined as unknown };
  try {
    const note = (code: string): void => void notes.push(code);
    answer.result = effects[method](target, args, { action, now, note });
    if (isFull && isWrite) answer.result = { type: 'error', code: 'MaxSideEffectsExceeded' };
  } catch {
    answer.threw = true;
  }
  // A record is one too many because of what was there before.
  const isSure = method === 'cache.set' ? !isDeepStrictEqual(answer.result, cacheIsFull) : isOwn;
  const isRecorded = !isOver && (!isFull || isRefusal);
  if (isRecorded) for (const code of notes) state.diagnostics.add(`${code} ${index}`);
  state.calls.push({ method, action, late, isRecorded, isSure, ...answer });
  return answer.threw;
}
