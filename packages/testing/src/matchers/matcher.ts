import type { Outcome } from '@signup-actions/runtime-core';
import { describe } from '@signup-actions/runtime-core/internal';
import type { MockApi } from '../mock/create-mock-api.ts';
import { startKeepingCallSites } from '../watch/call-sites.ts';
import { assertCallsCount } from './failed-flow-error.ts';
import type { Subject } from './format.ts';

// The messages of matchers show where calls were made.
startKeepingCallSites();

/** A matcher in the form that `expect.extend` takes. */
export type Matcher = (
  this: MatcherContext,
  received: unknown,
  ...args: readonly unknown[]
) => MatcherResult;

/** What a runner passes to a matcher as `this`: the part that Vitest and Jest share. */
export interface MatcherContext {
  /** The runner's own equality, which knows asymmetric matchers. */
  readonly equals: (actual: unknown, expected: unknown, customTesters?: never[]) => boolean;
  /** Whether the expectation is negated. */
  readonly isNot?: boolean;
  /** The runner's tools; `diff` compares an expected value with the actual one, for a message. */
  readonly utils?: {
    readonly diff?: (expected: never, actual: never) => string | null | undefined;
  };
  /** The testers that the user has added to the runner. */
  readonly customTesters?: readonly unknown[] | undefined;
}

/** What a matcher returns to its runner. */
export interface MatcherResult {
  /** Whether the expectation without `.not` holds. */
  readonly pass: boolean;
  /** The message for when the expectation, with `.not` or without, does not hold. */
  readonly message: () => string;
  /** What was received, for editors that compare it with `expected`. */
  readonly actual?: unknown;
  /** What was expected. */
  readonly expected?: unknown;
}

/** Whether a matcher also looks at flows that failed. */
interface SubjectOptions {
  readonly mayFail?: boolean;
}

/**
 * The outcome of a mock api or of a run. Throws if the value is neither, and if the flow failed, so that no
 * expectation passes for a broken Action, with `.not` or without.
 */
export function toSubject(
  matcher: string,
  received: unknown,
  { mayFail = false }: SubjectOptions = {},
): Subject {
  const subject = toAnySubject(matcher, received);
  if (!mayFail) assertCallsCount(matcher, subject.outcome);
  return subject;
}

function toAnySubject(matcher: string, received: unknown): Subject {
  if (isMockApi(received)) return { outcome: received.outcome(), name: 'api' };
  if (isOutcome(received)) return { outcome: received, name: 'outcome' };
  throw new TypeError(
    `Failed to check with ${matcher}: it takes a mock api or an outcome but received ${describe(received)}.\nPass what createMockApi() returned, or what runAction() or runFlow() resolved to. Did you forget an await?`,
  );
}

/** The outcome of a run. Throws for a mock api, which knows neither failures nor other Actions. */
export function toRunSubject(
  matcher: string,
  received: unknown,
  options?: SubjectOptions,
): Subject {
  if (isOutcome(received)) return toSubject(matcher, received, options);
  throw new TypeError(
    `Failed to check with ${matcher}: it takes an outcome but received ${isMockApi(received) ? 'a mock api' : describe(received)}.\nPass what runAction() or runFlow() resolved to. Did you forget an await?`,
  );
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

export const isMockApi = (value: unknown): value is MockApi =>
  isObject(value) && 'outcome' in value && typeof value.outcome === 'function' && 'calls' in value;

export const isOutcome = (value: unknown): value is Outcome =>
  isObject(value) && 'status' in value && 'calls' in value && 'executions' in value;
