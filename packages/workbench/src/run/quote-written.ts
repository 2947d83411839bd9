import type { Outcome } from '@signup-actions/runtime-core';
import { formatCall, type SecretSearch } from '@signup-actions/runtime-core/internal';
import type { WrittenCalls } from './flow-job.ts';

/** The sources of calls without the values of secrets. */
export const redactWritten = (written: WrittenCalls, search: SecretSearch): WrittenCalls =>
  new Map([...written].map(([index, source]) => [index, search.redact(source)]));

/** A plain outcome whose diagnostics quote the calls as their Actions wrote them. */
export const quoteWritten = (outcome: Outcome, written: WrittenCalls): Outcome => ({
  ...outcome,
  diagnostics: outcome.diagnostics.map((diagnostic) => {
    const { call: index = -1, message } = diagnostic;
    const [source, call] = [written.get(index), outcome.calls[index]];
    if (source === undefined || !call) return diagnostic;
    return { ...diagnostic, message: message.replace(formatCall(call), () => source) };
  }),
});
