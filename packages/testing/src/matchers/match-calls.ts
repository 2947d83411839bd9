import type { Call, Outcome } from '@signup-actions/runtime-core';
import type { MethodPath } from '@signup-actions/types';
import {
  formatCalls,
  formatExpectation,
  formatExpectedCall,
  formatStatus,
  type Subject,
} from './format.ts';
import {
  isEqual,
  toSubject,
  type Matcher,
  type MatcherContext,
  type MatcherResult,
} from './matcher.ts';
import type { SignupMatchers } from './signup-matchers.ts';

/** Which recorded calls a matcher looks for. */
export interface CallSearch {
  readonly matcher: keyof SignupMatchers;
  readonly method: MethodPath;
  /** The status that the outcome must have; any status if left out. */
  readonly status?: Outcome['status'];
  /** Why a call of the method does not count, whatever its arguments; `undefined` if it counts. */
  readonly whyIgnored?: (call: Call, calls: readonly Call[]) => string | undefined;
}

/** A matcher whose arguments are the first arguments of a recorded call. */
export const defineCallMatcher = (search: CallSearch): Matcher =>
  function matcher(received, ...args) {
    return matchCalls(this, toSubject(search.matcher, received), search, args);
  };

/**
 * Whether a call with these first arguments was recorded. The message shows every call, with an arrow at the
 * nearest miss. `written` are the arguments of the matcher, if they are not those of the call.
 */
export function matchCalls(
  context: MatcherContext,
  subject: Subject,
  { matcher, method, status, whyIgnored = () => undefined }: CallSearch,
  args: readonly unknown[],
  written: readonly unknown[] = args,
): MatcherResult {
  const { outcome } = subject;
  const { calls } = outcome;
  const candidates = calls.filter((call) => call.method === method);
  const countEqual = (call: Call): number => countEqualArguments(context, call.args, args);
  const found = candidates.filter(
    (call) => countEqual(call) === args.length && whyIgnored(call, calls) === undefined,
  );
  const hasStatus = status === undefined || outcome.status === status;
  const pass = hasStatus && found.length > 0;

  const nearest = candidates.toSorted((a, b) => countEqual(b) - countEqual(a))[0];
  const remark = (call: Call): string | undefined => {
    if (found.includes(call)) return 'matches';
    if (found.length > 0 || call !== nearest) return undefined;
    return countEqual(call) < args.length
      ? `argument ${countEqual(call) + 1} differs`
      : whyIgnored(call, calls);
  };
  const message = (): string => {
    const remarks = calls.map(remark);
    return [
      formatExpectation(subject, matcher, written, pass),
      '',
      `Expected ${pass ? 'no call' : 'a call'} like:`,
      `  ${formatExpectedCall(method, args)}`,
      formatCalls(subject, (_, index) => remarks[index]),
      ...(explainsMore(outcome, status) ? [`Outcome: ${formatStatus(outcome)}.`] : []),
    ].join('\n');
  };
  return { pass, message };
}

/** How many of the expected arguments a call has, up to the first that differs. */
function countEqualArguments(
  context: MatcherContext,
  args: readonly unknown[],
  expected: readonly unknown[],
): number {
  const miss = expected.findIndex(
    (argument, index) => index >= args.length || !isEqual(context, args[index], argument),
  );
  return miss < 0 ? expected.length : miss;
}

/** Whether the calls do not show what happened: the flow failed, or was refused in the other way. */
const explainsMore = ({ status }: Outcome, expected: Outcome['status'] | undefined): boolean =>
  status === 'failed' || (expected !== undefined && status !== expected && status !== 'allowed');

/** Why a call had no effect, in a few words; `undefined` if it had one. */
export function whyIneffective({ error, late, result }: Call): string | undefined {
  if (error) return 'had no effect';
  if (late) return 'was called after its handler had settled';
  return result && 'code' in result ? `returned ${result.code}` : undefined;
}

/** Why a call has no effect in the end: it had none, or a later call that `isUndoing` tells undid it. */
export function whyUndone(
  call: Call,
  calls: readonly Call[],
  isUndoing: (later: Call) => boolean,
): string | undefined {
  const ineffective = whyIneffective(call);
  if (ineffective !== undefined) return ineffective;
  const later = calls.findLastIndex(
    (other) => other.index > call.index && !whyIneffective(other) && isUndoing(other),
  );
  return later < 0 ? undefined : `undone by call ${later + 1}`;
}
