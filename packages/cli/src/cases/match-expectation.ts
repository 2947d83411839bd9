import type { Outcome } from '@signup-actions/runtime-core';
import { assertNotFailed } from '@signup-actions/testing';
import {
  findDifferences,
  formatDiagnostics,
  formatDifference,
  matchers,
  type Matcher,
} from '@signup-actions/testing/internal';
import type { Expectation } from '@signup-actions/workbench';
import { matcherContext, toMatcher } from './expected-values.ts';
import { findMistakes, readRecords, toKitOutcome, type SignupResult } from './signup-result.ts';

/**
 * Why a run is not as expected; empty if it is. A flow that failed, a late refusal and a mistake that no author means
 * are never as expected unless the expectation names them.
 */
export function matchExpectation(expect: Expectation, result: SignupResult): readonly string[] {
  const outcome = toKitOutcome(result);
  const { status, refusal, failure, metadata, user, calls, ran, skipped, cache } = expect;
  if (outcome.status === 'failed' && status !== 'failed' && failure === undefined) {
    // Nothing that is expected says more.
    return [explainFailure(outcome), ...matchDiagnostics(expect, result, outcome)];
  }
  const checks: (readonly [keyof typeof matchers, ...unknown[]])[] = [];
  // First: once a failure is expected, the other matchers look at the calls.
  if (status === 'failed' || failure !== undefined) {
    checks.push(['toHaveFailed', ...(failure === undefined ? [] : [toMatcher(failure)])]);
  }
  if (status === 'allowed') checks.push(['toHaveAllowed']);
  const { reason, userMessage, code, message } = refusal ?? {};
  if (status === 'denied' || reason !== undefined || userMessage !== undefined) {
    checks.push(['toHaveDenied', ...toArguments(reason, userMessage)]);
  }
  if (status === 'invalid' || code !== undefined || message !== undefined) {
    checks.push(['toHaveFailedValidation', ...toArguments(code, message)]);
  }
  for (const [key, value] of Object.entries(metadata?.user ?? {})) {
    checks.push(['toHaveSetUserMetadata', key, toMatcher(value)]);
  }
  for (const [key, value] of Object.entries(metadata?.app ?? {})) {
    checks.push(['toHaveSetAppMetadata', key, toMatcher(value)]);
  }
  if (user) checks.push(['toHaveCreatedUser', toMatcher(user)]);
  if (calls) checks.push(['toHaveCalls', calls.map((call) => call.map(toMatcher))]);
  for (const name of ran ?? []) checks.push(['toHaveRun', name]);
  for (const name of skipped ?? []) checks.push(['toHaveSkipped', name]);
  const failed = checks.flatMap(([name, ...args]) => check(name, outcome, args));
  return [
    ...new Set([
      ...failed,
      ...matchRefuser(refusal?.action, outcome),
      ...matchDiagnostics(expect, result, outcome),
      ...(cache ? formatDifferences('cache', readRecords(Object.keys(cache), result), cache) : []),
    ]),
  ];
}

/** That a flow failed, with its error and its calls. */
function explainFailure(outcome: Outcome): string {
  try {
    assertNotFailed(outcome);
    return '';
  } catch (error) {
    const lines = (error as Error).message.split('\n').slice(0, -1);
    const hint = 'If the Action is meant to fail, expect "failure": a part of this message.';
    return [...lines, hint].join('\n');
  }
}

function matchDiagnostics(
  { diagnostics: expected = [] }: Expectation,
  result: SignupResult,
  outcome: Outcome,
): readonly string[] {
  const missing = expected.filter(
    (code) => !outcome.diagnostics.some((each) => each.code === code),
  );
  const mistakes = findMistakes(result, outcome).filter(({ code }) => !expected.includes(code));
  return [
    ...missing.map(
      (code) =>
        `Expected a diagnostic with the code ${JSON.stringify(code)} but received ${outcome.diagnostics.length === 0 ? 'none.' : `${outcome.diagnostics.length}:\n${formatDiagnostics(outcome.diagnostics)}`}`,
    ),
    ...(mistakes.length > 0
      ? [
          `Expected no mistakes of the Actions but received ${mistakes.length}:\n${formatDiagnostics(mistakes)}\nFix the Action. If it is meant to do this, add ${mistakes.map(({ code }) => JSON.stringify(code)).join(', ')} to "diagnostics" of the expectation.`,
        ]
      : []),
  ];
}

function matchRefuser(expected: unknown, outcome: Outcome): readonly string[] {
  if (expected === undefined) return [];
  const actual = 'refusal' in outcome ? outcome.refusal?.action : undefined;
  return formatDifferences('refusal', { action: actual }, { action: expected });
}

const formatDifferences = (name: string, actual: unknown, expected: unknown): readonly string[] => {
  const found = findDifferences(matcherContext, actual, toMatcher(expected));
  if (found.length === 0) return [];
  const lines = found.map((difference) => formatDifference(name, difference));
  return [[`Expected other values in ${name}:`, ...lines].join('\n')];
};

/** Why a matcher of the kit does not pass; a failed flow makes it throw. */
function check(
  name: keyof typeof matchers,
  outcome: Outcome,
  args: readonly unknown[],
): readonly string[] {
  const matcher: Matcher = matchers[name];
  try {
    const { pass, message } = matcher.call(matcherContext, outcome, ...args);
    return pass ? [] : [message()];
  } catch (error) {
    return [(error as Error).message];
  }
}

const anything: object = { asymmetricMatch: () => true, toString: () => 'Anything' };

/** The arguments that are expected of a call, up to the last one. */
function toArguments(first: unknown, second: unknown): readonly unknown[] {
  if (second !== undefined) {
    return [first === undefined ? anything : toMatcher(first), toMatcher(second)];
  }
  return first === undefined ? [] : [toMatcher(first)];
}
