import type { JsonValue } from '@signup-actions/types';

/** Takes a metadata value: `json` is stored, `null` removes, and without it nothing changes (M4, M5, M7). */
export function takeValue(value: unknown): { json?: JsonValue; note?: string } {
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
  const [parts, kept] = [Object.entries(value), new Map(Object.entries(json))];
  return parts.length === kept.size && parts.every(([key, part]) => isSame(part, kept.get(key)));
}
