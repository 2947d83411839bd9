import { formatValue } from '@signup-actions/runtime-core/internal';
import type { MethodPath } from '@signup-actions/types';

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

/** An expected call as source; an ellipsis for arguments that may be anything. */
export function formatExpectedCall(method: MethodPath, args: readonly unknown[]): string {
  const rest = args.length < requiredArguments[method] ? ['…'] : [];
  return `api.${method}(${[...args.map(formatExpected), ...rest].join(', ')})`;
}

/** An expected value as source: plain data, RegExps, asymmetric matchers, and data that holds any of them. */
export function formatExpected(value: unknown): string {
  if (isAsymmetricMatcher(value)) return formatAsymmetricMatcher(value);
  if (isRegExp(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(formatExpected).join(',')}]`;
  if (isPlainObject(value)) {
    const parts = Object.entries(value).map(
      ([key, part]) => `${JSON.stringify(key)}:${formatExpected(part)}`,
    );
    return `{${parts.join(',')}}`;
  }
  return shorten(formatValue(value) ?? String(value));
}

/** Longer values are cut. */
const longest = 200;

/** A value as source, cut if it is long. */
export function shorten(source: string): string {
  return source.length <= longest
    ? source
    : `${source.slice(0, longest)}… (${source.length} characters)`;
}

interface PrintableMatcher {
  readonly sample?: unknown;
  /** The matcher's name. */
  toString(): string;
}

/** By its method: Vitest and Jest have no other mark in common. */
export const isAsymmetricMatcher = (value: unknown): value is PrintableMatcher =>
  typeof value === 'object' &&
  value !== null &&
  (('asymmetricMatch' in value && typeof value.asymmetricMatch === 'function') || isOfBun(value));

/** Bun's own ones are native objects of kinds such as `ExpectStringMatching`, without a method. */
const isOfBun = (value: object): boolean =>
  'Bun' in globalThis && /^\[object Expect\w+\]$/.test(Object.prototype.toString.call(value));

/** By brand: a runner's sandbox has a RegExp of its own. */
export const isRegExp = (value: unknown): value is RegExp =>
  Object.prototype.toString.call(value) === '[object RegExp]';

const isPlainObject = (value: unknown): value is object =>
  Object.prototype.toString.call(value) === '[object Object]';

/**
 * An asymmetric matcher as source: `expect.stringContaining("work")`. Its name as a string is `StringContaining`,
 * `StringNotContaining`, or that of a custom matcher: `toHaveDenied`, `not.toHaveDenied`.
 */
function formatAsymmetricMatcher(matcher: PrintableMatcher): string {
  if (isOfBun(matcher)) return inspectInBun(matcher).replaceAll(/\s+/g, ' ');
  const name = String(matcher);
  if (!/^[\w.]+$/.test(name)) return 'an asymmetric matcher';
  const [, kind, not, rest] = /^(String|Object|Array|Number)(Not)?(\w+)$/.exec(name) ?? [];
  if (kind === undefined || rest === undefined) {
    const plain = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    return `expect.${plain}(${formatSample(matcher.sample, name.includes('to'))})`;
  }
  const plain = kind === 'Number' ? 'closeTo' : `${kind.toLowerCase()}${rest}`;
  return `expect.${not ? 'not.' : ''}${plain}(${formatSample(matcher.sample)})`;
}

/** What a matcher was created with; a custom matcher has a list of its arguments. */
function formatSample(sample: unknown, isList = false): string {
  if (sample === undefined) return '';
  if (typeof sample === 'function') return sample.name;
  return isList && Array.isArray(sample)
    ? sample.map(formatExpected).join(', ')
    : formatExpected(sample);
}

/** In Bun, a matcher is `StringContaining "work"`. */
const inspectInBun = (matcher: object): string =>
  (globalThis as unknown as { Bun: { inspect: (value: object) => string } }).Bun.inspect(matcher);
