import type { JsonValue } from '@signup-actions/types';

/** At least as many UTF-8 bytes as the JSON of a value has, found without making it. */
export function maxJsonBytes(value: JsonValue): number {
  // `\uXXXX` for each unit, and the quotes.
  if (typeof value === 'string') return 6 * value.length + 2;
  // No number is longer than `-1.2345678901234567e-308`.
  if (typeof value !== 'object' || value === null) return 24;
  let bytes = 2;
  for (const [key, part] of Object.entries<JsonValue>(value)) {
    bytes += maxJsonBytes(key) + maxJsonBytes(part) + 2;
  }
  return bytes;
}
