import type { JsonValue } from '@signup-actions/types';

/** What becomes of a metadata value: `json` is stored, `null` removes, and without it nothing changes. */
export interface Taken {
  readonly json?: JsonValue;
  readonly note?: 'metadata-undefined' | 'metadata-not-json';
}

/** Takes a value as JSON (M4, M5, M7). Throws what JSON cannot take. */
export function takeValue(value: unknown): Taken {
  if (value === null) return { json: null };
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return { note: 'metadata-undefined' };
  if (text === 'null') return { note: 'metadata-not-json' };
  const json = JSON.parse(text) as JsonValue;
  if (levels(json) > 512) throw new Error('nested too deep');
  return isSame(value, json) ? { json } : { json, note: 'metadata-not-json' };
}

const levels = (json: JsonValue): number =>
  typeof json === 'object' && json ? 1 + Math.max(0, ...Object.values(json).map(levels)) : 0;

/** Whether JSON left a value as it was. */
function isSame(value: unknown, json: unknown): boolean {
  if (typeof value !== 'object' || !value) return Object.is(value, json);
  if (typeof json !== 'object' || !json) return false;
  // A Map, a Date or a RegExp is more than what JSON makes of it.
  const prototype: unknown = Object.getPrototypeOf(value);
  if (![Object.prototype, Array.prototype, null].includes(prototype as object)) return false;
  const [before, after] = [Object.entries(value), new Map(Object.entries(json))];
  return (
    before.length === after.size && before.every(([key, part]) => isSame(part, after.get(key)))
  );
}
