import type { MethodPath } from '@signup-actions/types';
import { effectsOf } from './effects.ts';
import type { FlowState } from './state.ts';

/** One call as the api meets it; once the flow is over, its outcome takes no more calls. */
export interface Request {
  readonly method: MethodPath;
  readonly args: readonly unknown[];
  readonly action: string;
  readonly late: boolean;
  readonly isOver: boolean;
}

/** Makes a call, and returns its result (F4, F8, F14). */
export function perform(state: FlowState, request: Request, now: number) {
  const { method, args, action, late, isOver } = request;
  const isRefusal = method === 'access.deny' || method === 'validation.error';
  const isFull = state.recorded >= state.limits.maxCalls;
  const notes = late ? ['late-call'] : [];
  if (!late && state.refusers.has(action) && !method.startsWith('cache.'))
    notes.push('call-after-refusal');
  // Where a refusal is asked for, it is meant, even if its texts are rejected (R4).
  if (isRefusal) state.refusers.add(action);
  // What comes late or is one too many has no effect, unless it refuses.
  const target = isRefusal || !(late || isFull) ? state : structuredClone(state);
  let [threw, result] = [isFull && method.startsWith('user.'), undefined as unknown];
  try {
    result = effectsOf(target, action, now, notes)[method](...args);
    if (isFull && /set$|delete$/.test(method))
      result = { type: 'error', code: 'MaxSideEffectsExceeded' };
  } catch {
    threw = true;
  }
  const isRecorded = !isOver && (!isFull || isRefusal);
  if (isRecorded) for (const code of notes) state.diagnostics.add(`${code} ${state.recorded}`);
  if (isRecorded) state.recorded += 1;
  return { ...request, isRecorded, threw, result };
}

/** A call, and what it came to. */
export type ExpectedCall = ReturnType<typeof perform>;
