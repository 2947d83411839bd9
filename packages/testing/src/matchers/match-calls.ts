import type { Call, Outcome } from '@signup-actions/runtime-core';
import { describe, redact } from '@signup-actions/runtime-core/internal';
import type { MethodPath } from '@signup-actions/types';
import { formatComparison, isEqual, type Comparison } from './compare.ts';
import { formatExpectedCall, methodPaths } from './format-expected.ts';
import { formatCalls, formatExpectation, formatStatus, type Subject } from './format.ts';
import { toSubject, type Matcher, type MatcherContext, type MatcherResult } from './matcher.ts';
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
    assertCallArguments(search.matcher, search.method, args);
    return matchCalls(this, toSubject(search.matcher, received), search, args);
  };

/**
 * Throws for arguments that no call has: an expectation with them could never pass, and would always pass with `.not`.
 * `undefined` is none, and no call has more than its method takes.
 */
export function assertCallArguments(
  matcher: string,
  method: MethodPath,
  args: readonly unknown[],
): void {
  const index = args.indexOf(undefined);
  if (index >= 0) {
    throw new TypeError(
      `Failed to check with ${matcher}: argument ${index + 1} must be a value but received undefined.\nPass expect.anything() for an argument that may be anything, or leave it out if it is the last.`,
    );
  }
  const count = argumentCounts[method];
  if (args.length <= count) return;
  throw new TypeError(
    `Failed to check with ${matcher}: api.${method} takes ${count} ${count === 1 ? 'argument' : 'arguments'} but received ${args.length}.`,
  );
}

const argumentCounts: Readonly<Record<MethodPath, number>> = {
  'access.deny': 2,
  'cache.delete': 1,
  'cache.get': 1,
  'cache.set': 3,
  'user.setAppMetadata': 2,
  'user.setUserId': 1,
  'user.setUserMetadata': 2,
  'validation.error': 2,
};

/** Throws for a method that the api does not have. */
export function assertMethod(matcher: string, method: unknown): asserts method is MethodPath {
  if (methodPaths.includes(method as MethodPath)) return;
  throw new TypeError(
    `Failed to check with ${matcher}: the method must be one of ${methodPaths.join(', ')} but received ${describe(method)}.`,
  );
}

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

  const nearest =
    found.length > 0 ? undefined : candidates.toSorted((a, b) => countEqual(b) - countEqual(a))[0];
  const miss = nearest && countEqual(nearest);
  const remark = (call: Call): string | undefined => {
    if (found.includes(call)) return 'matches';
    if (call !== nearest || miss === undefined) return undefined;
    return miss < args.length
      ? describeMiss(outcome, call, miss, args[miss])
      : whyIgnored(call, calls);
  };
  const comparison: Comparison =
    nearest && miss !== undefined && miss < args.length
      ? { actual: argumentsOf(outcome, nearest).slice(0, args.length), expected: [...args] }
      : {};
  const message = (): string => {
    const remarks = calls.map(remark);
    return [
      formatExpectation(subject, matcher, written, pass),
      '',
      `Expected ${pass ? 'no call' : 'a call'} like:`,
      `  ${formatExpectedCall(method, args)}`,
      formatCalls(subject, (_, index) => remarks[index]),
      ...(explainsMore(outcome, status) ? [`Outcome: ${formatStatus(outcome)}.`] : []),
      ...formatComparison(context, comparison),
    ].join('\n');
  };
  return { pass, message, ...comparison };
}

/** The arguments of a recorded call without secrets. */
const argumentsOf = (outcome: Outcome, call: Call): readonly unknown[] =>
  redact(outcome).calls[outcome.calls.indexOf(call)]?.args ?? call.args;

/** Which argument differs; and how, if the message hides it because it holds a secret. */
function describeMiss(outcome: Outcome, call: Call, index: number, expected: unknown): string {
  const actual: unknown = call.args[index];
  const differs = `argument ${index + 1} differs`;
  if (typeof actual !== 'string' || argumentsOf(outcome, call)[index] === actual) return differs;
  if (typeof expected !== 'string') return `${differs} (the value of a secret is hidden)`;
  let same = 0;
  while (same < actual.length && actual.charAt(same) === expected.charAt(same)) same += 1;
  return `${differs} (the value of a secret is hidden; of ${actual.length} characters, the first ${same} are as expected)`;
}

/** How many of the expected arguments a call has, up to the first that differs. */
export function countEqualArguments(
  context: MatcherContext,
  args: readonly unknown[],
  expected: readonly unknown[],
): number {
  const miss = expected.findIndex(
    (argument, index) => index >= args.length || !isEqual(context, args[index], argument),
  );
  return miss < 0 ? expected.length : miss;
}

/** Whether the calls do not show what happened: the flow failed, or ended in another way than expected. */
const explainsMore = (
  { status, calls }: Outcome,
  expected: Outcome['status'] | undefined,
): boolean =>
  status === 'failed' || (expected !== undefined && status !== expected && calls.length > 0);

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
