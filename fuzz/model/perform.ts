import type { MethodPath } from '@signup-actions/types';
import { effects } from './effects.ts';
import type { FlowState } from './state.ts';

/** One call as the api meets it. */
export interface Request {
  readonly method: MethodPath;
  readonly args: readonly unknown[];
  readonly action: string;
  readonly late: boolean;
  /** The outcome is there, and takes no more calls. */
  readonly isOver: boolean;
  readonly now: number;
}

const isRefusal = (method: MethodPath): boolean => /deny|error/.test(method);

/** Makes a call, and answers whether it threw (F4, F8, F14). */
export function perform(state: FlowState, request: Request): boolean {
  const { method, args, action, late, isOver, now } = request;
  const isFull = state.calls.filter((call) => call.isRecorded).length >= state.limits.maxCalls;
  const isRecorded = !isOver && (!isFull || isRefusal(method));
  // Where a refusal is asked for, it is meant, even if its texts are rejected (R4).
  const hadRefused = state.refusers.has(action);
  if (isRefusal(method)) state.refusers.add(action);

  const notes = late ? ['late-call'] : [];
  if (hadRefused && !late && !method.startsWith('cache.')) notes.push('call-after-refusal');
  // What comes late or is one too many has no effect, unless it refuses.
  const target = isRefusal(method) || (!late && !isFull) ? state : copyOf(state);
  const isSure = method === 'cache.set' || target.written.has(args[0]);
  const answer = { threw: false, result: undefined as unknown, isSure };
  try {
    const caller = { action, now, note: (code: string) => void notes.push(code) };
    answer.result = effects[method](target, args, caller);
    if (isFull && /cache.(set|delete)/.test(method))
      Object.assign(answer, { result: { type: 'error', code: 'MaxSideEffectsExceeded' }, isSure: true });
    if (isFull && method.startsWith('user.')) answer.threw = true;
  } catch {
    answer.threw = true;
  }
  const index = state.calls.filter((call) => call.isRecorded).length;
  if (isRecorded) for (const code of notes) state.diagnostics.add(`${code} ${index}`);
  state.calls.push({ method, action, late, isRecorded, ...answer });
  return answer.threw;
}

const copyOf = (state: FlowState): FlowState => ({
  ...state,
  records: new Map(state.records),
  written: new Set(state.written),
  app: new Map(state.app),
  user: new Map(state.user),
});
