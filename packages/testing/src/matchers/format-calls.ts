import { redact, type Call } from '@signup-actions/runtime-core';
import { formatCall } from '@signup-actions/runtime-core/internal';
import type { Subject } from './take-outcome.ts';

/** The recorded calls, numbered and without secrets; an arrow and a remark behind those that have one. */
export function formatCalls(
  { outcome, name }: Subject,
  remark: (call: Call, index: number) => string | undefined = () => undefined,
): string {
  const { calls } = redact(outcome);
  if (calls.length === 0) {
    // Of an outcome it is certain that its handlers ran.
    const hint = name === 'api' ? ' Did the handler run, and was it awaited?' : '';
    return `Recorded calls (0): none.${hint}`;
  }
  const lines = calls.map((call, index) => {
    const text = `  ${index + 1}. ${formatCall(call)}${call.error ? ' threw' : ''}`;
    const said = remark(call, index);
    return said === undefined ? text : `${text}   ← ${said}`;
  });
  return [`Recorded calls (${calls.length}):`, ...lines].join('\n');
}
