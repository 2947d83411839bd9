import type { JsonValue, MethodPath, RecordedCallOf } from '@signup-actions/types';
import { setOwn } from '../data/plain-data.ts';
import { utf8Bytes } from '../data/utf8.ts';
import type { Call, CallDetails } from './call.ts';

/** What the Actions of a flow asked to store, aggregated (M2). `null` removes a property (M4). */
export interface Changes {
  readonly userMetadata: Readonly<Record<string, JsonValue>>;
  readonly appMetadata: Readonly<Record<string, JsonValue>>;
  /** The last user id set, without the strategy's prefix (U1); absent if none was set. */
  readonly userId?: string;
}

/** The two kinds of metadata. */
export type MetadataKind = 'appMetadata' | 'userMetadata';

/** A method that writes metadata. */
export type MetadataMethod = Extract<MethodPath, `user.set${string}Metadata`>;

/** The methods that write metadata, and the kind that each writes. */
export const metadataKinds: Readonly<Record<MetadataMethod, MetadataKind>> = {
  'user.setAppMetadata': 'appMetadata',
  'user.setUserMetadata': 'userMetadata',
};

/** Whether a call writes metadata. */
export const writesMetadata = (call: Call): call is CallDetails & RecordedCallOf<MetadataMethod> =>
  call.method in metadataKinds;

/**
 * The fold from calls to {@link Changes}, with its accumulator.
 *
 * @internal
 */
export interface ChangesFold {
  readonly add: (call: Call) => void;
  /** The pending changes of each kind, and their size (M9). */
  readonly pending: Readonly<Record<MetadataKind, PendingMetadata>>;
  readonly result: () => Changes;
}

/** The changes of a list of calls, from the start. */
export function foldChanges(calls: readonly Call[]): Changes {
  const fold = createChangesFold();
  for (const call of calls) fold.add(call);
  return fold.result();
}

/** Creates a fold without calls. */
export function createChangesFold(): ChangesFold {
  const pending = { appMetadata: createPendingMetadata(), userMetadata: createPendingMetadata() };
  let userId: string | undefined;
  return {
    pending,
    add(call) {
      // A call that threw or came too late has no effect (F8).
      if (call.error || call.late) return;
      if (call.method === 'user.setUserId') userId = call.args[0];
      // A value that JSON cannot represent is not recorded, and changes nothing (M5).
      if (!writesMetadata(call) || call.args.length < 2) return;
      pending[metadataKinds[call.method]].set(call.args[0], call.args[1] as JsonValue);
    },
    result: () =>
      Object.freeze({
        userMetadata: pending.userMetadata.toObject(),
        appMetadata: pending.appMetadata.toObject(),
        ...(userId !== undefined && { userId }),
      }),
  };
}

/** The pending changes of one kind of metadata: the last value of each key (M3), and their size. */
interface PendingMetadata {
  readonly set: (key: string, value: JsonValue) => void;
  /**
   * How many UTF-8 bytes the JSON of all changes would have if `key` were set to `value`, if that is more than
   * `maxBytes`; otherwise `undefined`. A replaced value does not count, a removal counts as `null` (M9).
   */
  readonly excessWith: (key: string, value: JsonValue, maxBytes: number) => number | undefined;
  readonly toObject: () => Readonly<Record<string, JsonValue>>;
}

function createPendingMetadata(): PendingMetadata {
  // Created on the first write: most Actions write one kind, or none.
  let properties: Map<string, Property> | undefined;
  /** Bytes of all properties, counted as they are set: no call goes through the others (M9). */
  let total = 0;
  /** What was measured last: a call is checked, and then recorded. */
  let measured: Property | undefined;
  const measure = (key: string, value: JsonValue): Property => {
    if (measured?.key !== key || measured.value !== value) {
      measured = { key, value, bytes: jsonBytes(key) + 1 + jsonBytes(value) };
    }
    return measured;
  };
  const withoutReplaced = (key: string): number => total - (properties?.get(key)?.bytes ?? 0);
  return {
    set(key, value) {
      const property = measure(key, value);
      total = withoutReplaced(key) + property.bytes;
      properties ??= new Map();
      properties.set(key, property);
    },
    excessWith(key, value, maxBytes) {
      const count = (properties?.size ?? 0) + (properties?.has(key) ? 0 : 1);
      // Braces, and a comma between every two properties.
      const bytes = 2 + withoutReplaced(key) + measure(key, value).bytes + count - 1;
      return bytes > maxBytes ? bytes : undefined;
    },
    toObject() {
      const object: Record<string, JsonValue> = {};
      for (const [key, { value }] of properties ?? []) setOwn(object, key, value);
      return Object.freeze(object);
    },
  };
}

interface Property {
  readonly key: string;
  readonly value: JsonValue;
  /** UTF-8 bytes of `"key":value`. */
  readonly bytes: number;
}

/** UTF-8 bytes of a value's JSON. */
function jsonBytes(value: JsonValue): number {
  if (typeof value === 'string') return textBytes(value);
  if (typeof value === 'number') return String(value).length;
  return utf8Bytes(JSON.stringify(value));
}

/** Most strings need no escapes, and are as long as their JSON without the quotes. */
function textBytes(text: string): number {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const isPlain = unit >= 0x20 && unit < 0x7f && unit !== 0x22 && unit !== 0x5c;
    if (!isPlain) return utf8Bytes(JSON.stringify(text));
  }
  return text.length + 2;
}
