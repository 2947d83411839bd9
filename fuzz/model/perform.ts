import type { MethodPath } from '@signup-actions/types';
import { effects } from './effects.ts';
import type { FlowState } from './state.ts';

/** One call as the api meets it. */
export interface Request {
  readonly method: MethodPath;
  readonly args: readonly unknown[];
  readonly action: string;
  readonly late: boolean;
  readonly now: number;
}

const isRefusal = (method: MethodPath): boolean => /deny|error/.test(method);

/** Makes a call, and says whether it threw (F8, F14). */
export function perform(state: FlowState, { method, args, action, late, now }: Request): boolean {
  const isFull = state.calls.length >= state.limits.maxCalls;
  if (isFull && !isRefusal(method) && method !== 'cache.get') return method.startsWith('user.');
  const index = state.calls.length;
  const note = (code: string): void => void state.diagnostics.add(`${code} ${index}`);
  if (late) note('late-call');
  else if (state.refusals.some((refusal) => refusal.action === action)) note('call-after-refusal');

  let [result, threw]: [unknown, boolean] = [undefined, false];
  try {
    // A late call has no effect, unless it refuses.
    if (!late || isRefusal(method)) result = effects[method](state, args, { action, now, note });
  } catch {
    threw = true;
  }
  if (!isFull || isRefusal(method)) state.calls.push({ method, action, late, threw, result });
  return threw;
}
