const longest = 60;

const cut = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`;

/** Any value in a few words, for an error message or a diagnostic. Never throws. */
export function describe(value: unknown): string {
  try {
    if (typeof value === 'string') return JSON.stringify(cut(value));
    if (typeof value === 'function') return `a function${value.name ? ` ${value.name}` : ''}`;
    if (typeof value === 'bigint') return `the BigInt ${cut(String(value))}`;
    if (typeof value !== 'object' || value === null) return String(value);
    const kind = Object.prototype.toString.call(value).slice('[object '.length, -1);
    if (Array.isArray(value)) return `an array of ${value.length}`;
    return kind === 'Object' ? 'an object' : /^[AEIOU]/.test(kind) ? `an ${kind}` : `a ${kind}`;
  } catch {
    return '[unprintable]';
  }
}
