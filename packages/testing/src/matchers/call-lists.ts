import type { Call } from '@signup-actions/runtime-core';
import { describe } from '@signup-actions/runtime-core/internal';
import type { MethodPath } from '@signup-actions/types';
import { formatExpectedCall } from './format-expected.ts';
import { formatCalls, formatExpectation } from './format.ts';
import { assertCallArguments, assertMethod, countEqualArguments } from './match-calls.ts';
import { toSubject, type MatcherContext, type MatcherResult } from './matcher.ts';

/** Whether a method was called this many times, with or without effect. */
export function toHaveCalledTimes(
  this: MatcherContext,
  received: unknown,
  method: unknown,
  times: unknown,
): MatcherResult {
  const subject = toSubject('toHaveCalledTimes', received);
  assertMethod('toHaveCalledTimes', method);
  if (!Number.isInteger(times) || (times as number) < 0) {
    throw new TypeError(
      `Failed to check with toHaveCalledTimes: the number of calls must be an integer of at least 0 but received ${describe(times)}.`,
    );
  }
  const isCounted = (call: Call): boolean => call.method === method;
  const count = subject.outcome.calls.filter(isCounted).length;
  const pass = count === times;
  const message = (): string =>
    [
      formatExpectation(subject, 'toHaveCalledTimes', [method, times], pass),
      '',
      pass
        ? `Expected the number of api.${method} calls not to be ${count}.`
        : `Expected ${String(times)} ${times === 1 ? 'call' : 'calls'} of api.${method} but received ${count}.`,
      formatCalls(subject, (call) => (isCounted(call) ? 'counts' : undefined)),
    ].join('\n');
  return { pass, message, actual: count, expected: times };
}

/** An expected call: the method and its first arguments. */
type ExpectedCall = readonly [method: MethodPath, ...args: readonly unknown[]];

/** Whether exactly these calls were made, in this order. */
export function toHaveCalls(
  this: MatcherContext,
  received: unknown,
  expected: unknown,
): MatcherResult {
  const subject = toSubject('toHaveCalls', received);
  assertCallList(expected);
  const { calls } = subject.outcome;
  const isExpected = (call: Call | undefined, index: number): boolean => {
    const [method, ...args] = expected[index] ?? [];
    return (
      call?.method === method && countEqualArguments(this, call?.args ?? [], args) === args.length
    );
  };
  const length = Math.max(calls.length, expected.length);
  const different = Array.from({ length }).findIndex(
    (_, index) => !isExpected(calls[index], index),
  );
  const pass = different < 0;
  const remark = (_: Call, index: number): string | undefined => {
    if (index !== different) return undefined;
    return index < expected.length
      ? `is not call ${index + 1} as expected`
      : 'is one call too many';
  };
  const message = (): string =>
    [
      formatExpectation(subject, 'toHaveCalls', [expected], pass),
      '',
      `Expected ${pass ? 'other calls than these' : 'these calls and no others'}:`,
      ...expected.map(
        ([method, ...args], index) => `  ${index + 1}. ${formatExpectedCall(method, args)}`,
      ),
      formatCalls(subject, remark),
      ...(different >= calls.length ? [`Call ${different + 1} is missing.`] : []),
    ].join('\n');
  const actual = calls.map(({ method, args }) => [method, ...args]);
  return { pass, message, actual, expected };
}

function assertCallList(expected: unknown): asserts expected is readonly ExpectedCall[] {
  if (!Array.isArray(expected) || !expected.every(Array.isArray)) {
    throw new TypeError(
      `Failed to check with toHaveCalls: the calls must be a list of lists but received ${describe(expected)}.\nPass a list for each call, such as ['access.deny', 'reason', 'message'].`,
    );
  }
  for (const [method, ...args] of expected) {
    assertMethod('toHaveCalls', method);
    assertCallArguments('toHaveCalls', method, args);
  }
}
