import type { Outcome } from '@signup-actions/runtime-core';
import { redact } from '@signup-actions/runtime-core/internal';
import type { FoundProblem } from './find-problems.ts';

/** The difference between two runs of one signup, each with a cache of its own. */
export function findContradiction(first: Outcome, second: Outcome): readonly FoundProblem[] {
  const [one, other] = [toResult(first), toResult(second)];
  if (one.status !== other.status) {
    const { key, problem } = toContradiction(
      'status',
      `the result was ${one.status}, and then ${other.status}`,
    );
    return [{ key, problem: { ...problem, statuses: [one.status, other.status] } }];
  }
  const index = one.calls.findIndex((call, at) => call !== other.calls[at]);
  if (index < 0 && one.calls.length === other.calls.length) return [];
  const at = Math.max(index, 0);
  const [call, then] = [one.calls[at] ?? 'nothing', other.calls[at] ?? 'nothing'];
  return [toContradiction('calls', `it called ${call}, and then ${then}`)];
}

const toContradiction = (detail: string, difference: string): FoundProblem => ({
  key: `contradicts-itself ${detail}`,
  problem: {
    kind: 'contradicts-itself',
    message: `The same signup ran twice, each time with an empty cache: ${difference}. Does a variable outside of the handler keep something between signups?`,
  },
});

/** What must be the same. Times and random ids are not: a word with a digit, and a long one, count as any other. */
function toResult(outcome: Outcome): { status: Outcome['status']; calls: readonly string[] } {
  const { status, calls } = redact(outcome);
  return {
    status,
    calls: calls.map(({ method, args }) => `api.${method}(${args.map(toComparable).join(', ')})`),
  };
}

const toComparable = (value: unknown): string =>
  (JSON.stringify(value) ?? 'undefined').replaceAll(/[\w.-]*\d[\w.-]*|[\w+/=-]{24,}/g, '…');
