import type { Call, Outcome } from '@signup-actions/runtime-core';
import { isEqual, type MatcherContext, type MatcherResult } from './context.ts';
import { formatCalls } from './format-calls.ts';
import { formatExpected } from './format-expected.ts';
import { takeOutcome } from './take-outcome.ts';

/**
 * Whether the registration is denied with `api.access.deny`, and with these texts where they are given.
 * A flow that failed is not denied, even if an Action had refused before (F6).
 */
export function toHaveDenied(
  this: MatcherContext,
  received: unknown,
  ...expected: readonly unknown[]
): MatcherResult {
  const outcome = takeOutcome('toHaveDenied', received);
  const findMiss = (call: Call): number | undefined => firstMiss(this, call, expected);
  const isMatch = (call: Call): boolean =>
    call.method === 'access.deny' && findMiss(call) === undefined;
  const pass = outcome.status === 'denied' && outcome.calls.some(isMatch);

  const remark = (call: Call): string | undefined => {
    if (call.method !== 'access.deny') return undefined;
    const miss = findMiss(call);
    return miss === undefined ? 'matches' : `argument ${miss + 1} differs`;
  };
  const message = (): string =>
    [
      `expect(api)${pass ? '.not' : ''}.toHaveDenied(${expected.map(formatExpected).join(', ')})`,
      '',
      `Expected ${pass ? 'no call' : 'a call'} like:`,
      `  api.access.deny(${[...expected.map(formatExpected), ...(expected.length < 2 ? ['…'] : [])].join(', ')})`,
      formatCalls(outcome.calls, remark),
      ...explainStatus(outcome, pass),
    ].join('\n');
  return { pass, message };
}

/** Position of the first expected argument that a call does not have; nothing when it has them all. */
function firstMiss(
  context: MatcherContext,
  call: Call,
  expected: readonly unknown[],
): number | undefined {
  const miss = expected.findIndex(
    (argument, index) => !isEqual(context, call.args[index], argument),
  );
  return miss < 0 ? undefined : miss;
}

/** Says what happened instead, where the calls alone do not show it. */
function explainStatus(outcome: Outcome, pass: boolean): readonly string[] {
  if (pass) return [];
  if (outcome.status === 'invalid')
    return ['The registration was refused with api.validation.error.'];
  if (outcome.status !== 'failed') return [];
  const { action = 'the flow', error } = outcome.failure;
  return [`${action} failed, which is no denial: ${error.name}: ${error.message}`];
}
