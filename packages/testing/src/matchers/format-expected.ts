import { formatValue } from '@signup-actions/runtime-core/internal';

/** An expected argument as source: a plain value, or an asymmetric matcher by its name and sample. */
export function formatExpected(value: unknown): string {
  if (!isAsymmetricMatcher(value)) return isRegExp(value) ? String(value) : formatValue(value);
  const sample = value.sample === undefined ? '' : formatSample(value.sample);
  return `${String(value)}(${sample})`;
}

interface AsymmetricMatcher {
  readonly $$typeof: symbol;
  readonly sample?: unknown;
  /** The matcher's name. */
  toString(): string;
}

/** By brand, which Vitest and Jest share. */
export const isAsymmetricMatcher = (value: unknown): value is AsymmetricMatcher =>
  typeof value === 'object' &&
  value !== null &&
  '$$typeof' in value &&
  value.$$typeof === Symbol.for('jest.asymmetricMatcher');

const formatSample = (sample: unknown): string =>
  typeof sample === 'function'
    ? sample.name
    : isRegExp(sample)
      ? String(sample)
      : formatValue(sample);

/** By brand: a runner's sandbox has a RegExp of its own. */
export const isRegExp = (value: unknown): value is RegExp =>
  Object.prototype.toString.call(value) === '[object RegExp]';
