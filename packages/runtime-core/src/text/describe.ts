const longest = 60;

/** A long text is not cut: half of a secret would be found by no search for it. */
const quote = (text: string): string =>
  text.length <= longest ? JSON.stringify(text) : `a string of ${text.length} characters`;

/** Any value in a few words, for an error message or a diagnostic. Never throws. */
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
