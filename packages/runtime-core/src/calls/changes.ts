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
  let values: Map<string, JsonValue> | undefined;
  // Never less than the real size, and cheap to update: the size is measured only if this exceeds the limit.
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

function toObject(values: Iterable<readonly [string, JsonValue]> = []): Record<string, JsonValue> {
  const object: Record<string, JsonValue> = {};
  for (const [key, value] of values) setOwn(object, key, value);
  return object;
}

/** `"key":value,` */
const maxPropertyBytes = (key: string, value: JsonValue): number =>
  maxJsonBytes(key) + maxJsonBytes(value) + 2;

/** An upper bound of the UTF-8 bytes of a value's JSON, found without serializing it. */
function maxJsonBytes(value: JsonValue): number {
  // `\uXXXX` for each unit, and the quotes.
  if (typeof value === 'string') return 6 * value.length + 2;
  // The longest number is `-1.2345678901234567e-308`.
  if (typeof value !== 'object' || value === null) return 24;
  let bytes = 2;
  for (const [key, part] of Object.entries<JsonValue>(value)) {
    bytes += maxJsonBytes(key) + maxJsonBytes(part) + 2;
  }
  return bytes;
}
