import type { JsonValue } from '@signup-actions/types';
import { freezeDeep } from '../data/plain-data.ts';

type Parts = Readonly<Record<string, unknown>>;

/** A value as JSON holds it, and where JSON had to change it on the way. */
export interface JsonForm {
  /** `undefined`: JSON has no form for the value. Frozen, all the way down. */
  readonly value: JsonValue | undefined;
  /** Keys at which JSON changed something; the empty string stands for the value itself. */
  readonly altered: readonly string[];
}

const nothingAltered: readonly string[] = Object.freeze([]);

/**
 * Takes a value as JSON at this moment (M7). Throws what `JSON.stringify` throws: for a BigInt, a cycle,
 * nesting too deep, a `toJSON` or a getter that throws.
 */
export function toJson(value: unknown): JsonForm {
  if (isJsonPrimitive(value)) return { value, altered: nothingAltered };
  const altered: string[] = [];
  const text: string | undefined = JSON.stringify(
    value,
    function (this: Parts, key: string, converted: unknown) {
      if (isAltered(this[key], converted)) altered.push(key);
      return converted;
    },
  );
  return {
    value: text === undefined ? undefined : freezeDeep(JSON.parse(text) as JsonValue),
    altered,
  };
}

const isJsonPrimitive = (value: unknown): value is string | number | boolean | null =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (Number.isFinite(value) && !Object.is(value, -0));

function isAltered(raw: unknown, converted: unknown): boolean {
  if (isJsonPrimitive(converted)) return !Object.is(raw, converted);
  if (converted !== raw) return true;
  // By brand and not by prototype: plain objects of another realm are plain objects.
  const kind = Object.prototype.toString.call(converted);
  return kind !== '[object Object]' && kind !== '[object Array]';
}
