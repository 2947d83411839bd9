import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic, Outcome, SignupEvent } from '@signup-actions/runtime-core';
import {
  createLimits,
  diagnosticMessages,
  fromDocument,
  systemClock,
  toCacheKey,
} from '@signup-actions/runtime-core/internal';
import {
  findCertainMistakes,
  findDifferences,
  findUndefinedTexts,
  formatDiagnostics,
  formatDifference,
  matchers,
  type Matcher,
  type MatcherContext,
} from '@signup-actions/testing/internal';
import type { Event } from '@signup-actions/types';
import type {
  CacheEntries,
  Expectation,
  IsolatedRun,
  LoadedAction,
} from '@signup-actions/workbench';
import { isJsonObject } from '../files/json.ts';

/** What a signup of a case led to. */
export interface SignupResult {
  readonly run: IsolatedRun;
  readonly event: SignupEvent;
  readonly actions: readonly LoadedAction[];
}

/**
 * Why a run is not as expected; empty if it is. A flow that failed, a late refusal and a mistake that no author means
 * are never as expected unless the expectation names them.
 */
export function matchExpectation(expect: Expectation, result: SignupResult): readonly string[] {
  const outcome = toKitOutcome(result);
  const { status, refusal, failure, metadata, user, calls, ran, skipped, cache } = expect;
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
      ...(outcome.status === 'failed' && status !== 'failed' && failure === undefined
        ? check('toHaveAllowed', outcome, [])
        : []),
      ...matchRefuser(refusal?.action, outcome),
      ...matchDiagnostics(expect, result, outcome),
      ...(cache ? matchCache(cache, result) : []),
    ]),
  ];
}

/** The diagnostics that an expectation has to name: those that no author means, as in a test with the kit. */
export function findMistakes(
  { event, actions }: SignupResult,
  outcome: Outcome,
): readonly Diagnostic[] {
  const ofEngine = outcome.diagnostics.filter(({ code }) =>
    Object.hasOwn(diagnosticMessages, code),
  );
  const handlers = actions.map(({ name, secrets, moduleSecrets = {} }) => ({
    name,
    secrets,
    moduleSecrets,
  }));
  const certain = findCertainMistakes(
    { calls: outcome.calls, diagnostics: ofEngine },
    event as Event,
    handlers,
  );
  // The other codes are of what a run sees beside the engine.
  return outcome.diagnostics.filter(
    (diagnostic) => !ofEngine.includes(diagnostic) || certain.includes(diagnostic),
  );
}

/** The outcome with the mistakes that only the kit finds. */
export function toKitOutcome({ run, event, actions }: SignupResult): Outcome {
  const { outcome } = run;
  const found = findUndefinedTexts(outcome, event as Event, actions);
  return { ...outcome, diagnostics: [...found, ...outcome.diagnostics] };
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

function matchCache(
  expected: NonNullable<Expectation['cache']>,
  { run, event }: SignupResult,
): readonly string[] {
  const values = readCache(run.cache, event);
  // A record that is not there is `null` in a case.
  const actual = Object.fromEntries(Object.keys(expected).map((key) => [key, values[key] ?? null]));
  return formatDifferences('cache', actual, expected);
}

/** The live records of the signup's tenant. */
export function readCache(
  cache: CacheEntries,
  event: SignupEvent,
): Readonly<Record<string, string>> {
  const [, document] = cache.find(([key]) => key === toCacheKey(event.tenant.id)) ?? [];
  const records = fromDocument(document, systemClock(), createLimits());
  return Object.fromEntries([...records].map(([key, { value }]) => [key, value]));
}

const formatDifferences = (name: string, actual: unknown, expected: unknown): readonly string[] => {
  const found = findDifferences(context, actual, toMatcher(expected));
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
    const { pass, message } = matcher.call(context, outcome, ...args);
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

/** A value of a case as the kit's matchers take it: patterns become those of `expect`. */
function toMatcher(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toMatcher);
  if (!isJsonObject(value)) return value;
  const [[key, sample] = [], ...others] = Object.entries(value);
  if (others.length === 0 && typeof sample === 'string') {
    if (key === 'matching') return new RegExp(sample, 'u');
    if (key === 'containing') {
      return {
        asymmetricMatch: (actual: unknown) => typeof actual === 'string' && actual.includes(sample),
        toString: () => 'StringContaining',
        sample,
      };
    }
  }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toMatcher(part)]));
}

/** Whether a value is as expected; properties that are not expected may be anything. */
function equals(actual: unknown, expected: unknown): boolean {
  if (expected instanceof RegExp) return typeof actual === 'string' && expected.test(actual);
  if (isJsonObject(expected) && typeof expected['asymmetricMatch'] === 'function') {
    return (expected['asymmetricMatch'] as (value: unknown) => boolean)(actual);
  }
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((part, index) => equals(actual[index], part))
    );
  }
  if (!isJsonObject(expected)) return isDeepStrictEqual(actual, expected);
  return (
    isJsonObject(actual) &&
    Object.entries(expected).every(
      ([key, part]) => Object.hasOwn(actual, key) && equals(actual[key], part),
    )
  );
}

const context: MatcherContext = { equals };
