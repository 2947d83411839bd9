import type { JsonValue } from '@signup-actions/types';
import { setOwn } from '../data/plain-data.ts';
import { utf8Bytes } from '../data/utf8.ts';
import { maxJsonBytes } from './max-json-bytes.ts';

/** The pending changes of one kind of metadata: the last write of each key (M3), and their size. */
export interface PendingMetadata {
  readonly set: (key: string, value: JsonValue) => void;
  /**
   * UTF-8 bytes of the JSON of all, if `key` were `value`, where they are over the limit; nothing where
   * they are within it. A replaced value does not count, a removal counts as `null` (M9).
   */
  readonly excessWith: (key: string, value: JsonValue, maxBytes: number) => number | undefined;
  readonly toObject: () => Readonly<Record<string, JsonValue>>;
}

/** No changes yet. */
export function createPendingMetadata(): PendingMetadata {
  // Made when it is needed: most Actions write one kind, or none.
  let values: Map<string, JsonValue> | undefined;
  // Never less than the true size, and cheap to keep: only when it passes the limit is the size measured.
  let upperBound = 2;
  const measure = (): number => utf8Bytes(JSON.stringify(toObject(values)));
  return {
    set(key, value) {
      values ??= new Map();
      values.set(key, value);
      upperBound += maxPropertyBytes(key, value);
    },
    excessWith(key, value, maxBytes) {
      const growth = maxPropertyBytes(key, value);
      if (upperBound + growth <= maxBytes) return undefined;
      upperBound = measure();
      const bytes = utf8Bytes(JSON.stringify(toObject(new Map(values).set(key, value))));
      return bytes > maxBytes ? bytes : undefined;
    },
    toObject: () => Object.freeze(toObject(values)),
  };
}

/** `"key":value,` */
const maxPropertyBytes = (key: string, value: JsonValue): number =>
  maxJsonBytes(key) + maxJsonBytes(value) + 2;

function toObject(values: Iterable<readonly [string, JsonValue]> = []): Record<string, JsonValue> {
  const object: Record<string, JsonValue> = {};
  for (const [key, value] of values) setOwn(object, key, value);
  return object;
}
