import type { JsonValue } from '@signup-actions/types';
import { utf8Bytes } from '../utf8.ts';
import { setOwn } from '../set-own.ts';

/** The pending changes of one kind of metadata: the last write of each key (M3), and their size. */
export interface PendingMetadata {
  readonly set: (key: string, value: JsonValue) => void;
  /** UTF-8 bytes of the JSON of all, if `key` were `value`; a replaced value does not count (M9). */
  readonly bytesWith: (key: string, value: JsonValue) => number;
  readonly toObject: () => Readonly<Record<string, JsonValue>>;
}

export function createPendingMetadata(): PendingMetadata {
  const values = new Map<string, JsonValue>();
  const sizes = new Map<string, number>();
  // `{` and `}`, less the comma that the first property does without.
  let bytes = 1;
  const growth = (key: string, value: JsonValue): number =>
    propertyBytes(key, value) - (sizes.get(key) ?? 0);
  return {
    set(key, value) {
      bytes += growth(key, value);
      sizes.set(key, propertyBytes(key, value));
      values.set(key, value);
    },
    bytesWith: (key, value) => bytes + growth(key, value),
    toObject() {
      const object: Record<string, JsonValue> = {};
      for (const [key, value] of values) setOwn(object, key, value);
      return Object.freeze(object);
    },
  };
}

/** `"key":value,` */
const propertyBytes = (key: string, value: JsonValue): number =>
  utf8Bytes(JSON.stringify(key)) + utf8Bytes(JSON.stringify(value)) + 2;
