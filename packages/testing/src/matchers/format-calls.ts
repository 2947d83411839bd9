import { formatCall, redact, type Call, type Outcome } from '@signup-actions/runtime-core';

/** The recorded calls, numbered and without secrets; an arrow and a remark behind those that have one. */
export function formatCalls(
  outcome: Outcome,
  remark: (call: Call, index: number) => string | undefined = () => undefined,
): string {
  const { calls } = redact(outcome);
  if (calls.length === 0)
    return 'Recorded calls (0): none. Did the handler run, and was it awaited?';
  const lines = calls.map((call, index) => {
    const text = `  ${index + 1}. ${formatCall(call)}${call.error ? ' threw' : ''}`;
    const said = remark(call, index);
    return said === undefined ? text : `${text}   ← ${said}`;
  });
  return [`Recorded calls (${calls.length}):`, ...lines].join('\n');
}
