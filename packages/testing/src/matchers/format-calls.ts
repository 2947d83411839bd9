import { formatCall, type Call } from '@signup-actions/runtime-core';

/** The recorded calls, numbered, with a remark behind those that have one. */
export function formatCalls(
  calls: readonly Call[],
  remark: (call: Call) => string | undefined,
): string {
  if (calls.length === 0)
    return 'Recorded calls (0): none. Did the handler run, and was it awaited?';
  const lines = calls.map((call, index) => {
    const text = `  ${index + 1}. ${formatCall(call)}${call.error ? ' threw' : ''}`;
    const said = remark(call);
    return said === undefined ? text : `${text}   ← ${said}`;
  });
  return [`Recorded calls (${calls.length}):`, ...lines].join('\n');
}
