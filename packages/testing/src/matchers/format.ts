import type { Call, Outcome } from '@signup-actions/runtime-core';
import { formatCall, formatValue, redact } from '@signup-actions/runtime-core/internal';
import type { MethodPath } from '@signup-actions/types';
import { findPlace } from '../watch/find-place.ts';
import type { SignupMatchers } from './signup-matchers.ts';

/** What an expectation is about. */
export interface Subject {
  readonly outcome: Outcome;
  /** What `expect` was given, as a message names it. */
  readonly name: 'api' | 'outcome';
}

/** The expectation that failed, as it is written in the test. */
export const formatExpectation = (
  { name }: Subject,
  matcher: keyof SignupMatchers,
  args: readonly unknown[],
  isNot: boolean,
): string =>
  `expect(${name})${isNot ? '.not' : ''}.${matcher}(${args.map(formatExpected).join(', ')})`;

/** An expected call as source; an ellipsis for arguments that may be anything. */
export function formatExpectedCall(method: MethodPath, args: readonly unknown[]): string {
  const rest = args.length < requiredArguments[method] ? ['…'] : [];
  return `api.${method}(${[...args.map(formatExpected), ...rest].join(', ')})`;
}

/** Every method of the api, with the number of arguments that a call must have. */
const requiredArguments: Readonly<Record<MethodPath, number>> = {
  'access.deny': 2,
  'cache.delete': 1,
  'cache.get': 1,
  'cache.set': 2,
  'user.setAppMetadata': 2,
  'user.setUserId': 1,
  'user.setUserMetadata': 2,
  'validation.error': 2,
};

/** Every method of the api. */
export const methodPaths = Object.keys(requiredArguments) as readonly MethodPath[];

/** An expected argument as source: a plain value, or an asymmetric matcher by its name and sample. */
export function formatExpected(value: unknown): string {
  if (!isAsymmetricMatcher(value)) return isRegExp(value) ? String(value) : formatValue(value);
  const sample = value.sample === undefined ? '' : formatSample(value.sample);
  return `${String(value)}(${sample})`;
}

const formatSample = (sample: unknown): string =>
  typeof sample === 'function'
    ? sample.name
    : isRegExp(sample)
      ? String(sample)
      : formatValue(sample);

interface PrintableMatcher {
  readonly sample?: unknown;
  /** The matcher's name. */
  toString(): string;
}

/** By brand, which Vitest and Jest share. */
export const isAsymmetricMatcher = (value: unknown): value is PrintableMatcher =>
  typeof value === 'object' &&
  value !== null &&
  '$$typeof' in value &&
  value.$$typeof === Symbol.for('jest.asymmetricMatcher');

/** By brand: a runner's sandbox has a RegExp of its own. */
export const isRegExp = (value: unknown): value is RegExp =>
  Object.prototype.toString.call(value) === '[object RegExp]';

/** The recorded calls, numbered and without secrets; an arrow before the remark on a call, if it has one. */
export function formatCalls(
  { outcome, name }: Subject,
  remark: (call: Call, index: number) => string | undefined = () => undefined,
): string {
  const { calls } = redact(outcome);
  if (calls.length === 0) {
    // The handlers of an outcome did run.
    const hint = name === 'api' ? ' Did the handler run, and was it awaited?' : '';
    return `Recorded calls (0): none.${hint}`;
  }
  const lines = calls.map((call, index) => {
    const line = `  ${index + 1}. ${formatCall(call)}${call.error ? ' threw' : ''}`;
    const note = remark(call, index);
    return note === undefined ? line : `${line}   ← ${note}`;
  });
  return [`Recorded calls (${calls.length}):`, ...lines].join('\n');
}

/** The outcome as a clause. */
export function formatStatus(outcome: Outcome, registration = 'the registration'): string {
  const redacted = redact(outcome);
  switch (redacted.status) {
    case 'allowed':
      return `${registration} was allowed`;
    case 'denied':
      return `${redacted.refusal.action} denied ${registration} with api.access.deny`;
    case 'invalid':
      return `${redacted.refusal.action} refused ${registration} with api.validation.error`;
    case 'failed': {
      const { action = 'the flow', error } = redacted.failure;
      const place = findPlace(error.stack);
      const where = place === undefined ? '' : ` at ${place}`;
      return `${action} failed${where}: ${error.name}: ${toSentencePart(error.message)}`;
    }
  }
}

/** The first line without its full stop. */
const toSentencePart = (message: string): string =>
  (message.split('\n', 1)[0] ?? '').replace(/\.$/, '');
