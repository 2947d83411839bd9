import type { Call, Outcome } from '@signup-actions/runtime-core';
import type { MethodPath } from '@signup-actions/types';
import type { SignupMatchers } from '../signup-matchers.ts';
import type { MatcherContext, MatcherResult } from './context.ts';
import { describeStatus } from './describe-status.ts';
import { countMatching } from './count-matching.ts';
import { formatCalls } from './format-calls.ts';
import { formatExpectation } from './format-expectation.ts';
import { formatExpectedCall } from './format-expected-call.ts';
import type { Subject } from './take-outcome.ts';

/** A call that a matcher looks for. */
export interface Search {
  readonly matcher: keyof SignupMatchers;
  readonly method: MethodPath;
  /** The first arguments of the call; those that are left out may be anything. */
  readonly args: readonly unknown[];
  /** The arguments of the matcher, where they are not those of the call. */
  readonly written?: readonly unknown[];
  /** What the registration has to come to; by default anything. */
  readonly status?: Outcome['status'];
  /** Why a call of the method does not count whatever its arguments, in a few words. */
  readonly objection?: (call: Call, calls: readonly Call[]) => string | undefined;
}

/** Whether a call was recorded; the message shows every call, with an arrow at the nearest miss. */
export function matchCalls(
  context: MatcherContext,
  subject: Subject,
  { matcher, method, args, written = args, status, objection = () => undefined }: Search,
): MatcherResult {
  const { outcome } = subject;
  const { calls } = outcome;
  const candidates = calls.filter((call) => call.method === method);
  const matching = (call: Call): number => countMatching(context, call.args, args);
  const found = candidates.filter(
    (call) => matching(call) === args.length && objection(call, calls) === undefined,
  );
  const hasStatus = status === undefined || outcome.status === status;
  const pass = hasStatus && found.length > 0;

  const nearest = candidates.toSorted((a, b) => matching(b) - matching(a))[0];
  const remark = (call: Call): string | undefined => {
    if (found.includes(call)) return 'matches';
    if (found.length > 0 || call !== nearest) return undefined;
    return matching(call) < args.length
      ? `argument ${matching(call) + 1} differs`
      : objection(call, calls);
  };
  const message = (): string => {
    const remarks = calls.map(remark);
    return [
      formatExpectation(subject, matcher, written, pass),
      '',
      `Expected ${pass ? 'no call' : 'a call'} like:`,
      `  ${formatExpectedCall(method, args)}`,
      formatCalls(subject, (_, index) => remarks[index]),
      ...(isWorthSaying(outcome, status)
        ? [`What became of the registration: ${describeStatus(outcome)}.`]
        : []),
    ].join('\n');
  };
  return { pass, message };
}

/** Where the calls alone do not show what happened: the flow failed, or was refused in the other way. */
const isWorthSaying = (outcome: Outcome, status: Outcome['status'] | undefined): boolean =>
  outcome.status === 'failed' ||
  (status !== undefined && outcome.status !== status && outcome.status !== 'allowed');
