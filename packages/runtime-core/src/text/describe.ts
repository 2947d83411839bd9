const longest = 60;

/** Long strings are not cut: a search for secrets would not find half of one. */
const quote = (text: string): string =>
  text.length <= longest ? JSON.stringify(text) : `a string of ${text.length} characters`;

/**
 * Describes any value in a few words, for an error message or a diagnostic. Never throws.
 *
 * @internal
 */
export function describe(value: unknown): string {
  try {
    if (typeof value === 'string') return quote(value);
    if (typeof value === 'function') return `a function${value.name ? ` ${value.name}` : ''}`;
    if (typeof value === 'bigint') return 'a BigInt';
    if (typeof value !== 'object' || value === null) return String(value);
    const kind = Object.prototype.toString.call(value).slice('[object '.length, -1);
    if (Array.isArray(value)) return `an array of ${value.length}`;
    return kind === 'Object' ? 'an object' : /^[AEIOU]/.test(kind) ? `an ${kind}` : `a ${kind}`;
  } catch {
    return '[unprintable]';
  }
}

/** An argument as a call records it: unchanged if JSON can represent it, otherwise described in words. */
export const toPlain = (value: unknown): unknown =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  Number.isFinite(value)
    ? value
    : describe(value);

/**
 * An argument of a refusal as a string (R3): strings unchanged, null and undefined as "", an Error as its
 * message, everything else via `String()`. Never throws: a refusal must not be lost because of its arguments.
 */
export function toText(value: unknown): string {
  if (value === undefined || value === null) return '';
  try {
    // oxlint-disable-next-line typescript/no-base-to-string -- the record holds whatever it returns
    return isError(value) ? String(value.message) : String(value);
  } catch {
    return '[unprintable]';
  }
}

/** By brand: an Error of another realm (a worker, a test runner's sandbox) counts too. */
const isError = (value: unknown): value is { readonly message: unknown } =>
  Object.prototype.toString.call(value) === '[object Error]';
