import type { JsonValue, MethodArgs } from '@signup-actions/types';
import type { Note } from '../calls/call.ts';
import type { MetadataKind, MetadataMethod } from '../calls/changes.ts';
import { freezeDeep } from '../data/plain-data.ts';
import { ContractError, toErrorRecord } from '../errors.ts';
import { describe } from '../text/describe.ts';
import type { ApiContext } from './record-call.ts';

/** Of one call: a value that JSON changes in a thousand places is one mistake. */
const maxNotes = 10;

const noNotes: readonly Note[] = Object.freeze([]);

type Args = MethodArgs<MetadataMethod>;

/**
 * The arguments to record: the value as JSON represents it now (M7), or no value if the call changes nothing.
 * Only a literal `null` removes a property, not a value that JSON turns into `null`. Throws for values that are
 * not JSON-serializable.
 */
export function toMetadataArgs(
  key: string,
  value: unknown,
): { readonly args: Args; readonly notes: readonly Note[] } {
  const json = toJsonOrThrow(value);
  if (json.altered.length === 0) return { args: [key, json.value], notes: noNotes };
  const received = describe(value);
  if (json.value === undefined) {
    return { args: withoutValue(key), notes: [{ code: 'metadata-undefined', received }] };
  }
  if (json.value === null) {
    return { args: withoutValue(key), notes: [{ code: 'metadata-not-json', received }] };
  }
  const notes = json.altered.slice(0, maxNotes).map((at): Note => {
    return {
      code: 'metadata-not-json',
      received: at === '' ? received : `${received} with ${describe(at)}`,
    };
  });
  return { args: [key, json.value], notes };
}

/** The arguments of a call that changes nothing. Not `undefined`, which JSON would turn into a removal. */
const withoutValue = (key: string): Args => [key] as unknown as Args;

function toJsonOrThrow(value: unknown): JsonForm {
  try {
    return toJson(value);
  } catch (thrown) {
    throw new ContractError(
      'metadata-value-invalid',
      `Failed to set metadata: a value must be JSON-serializable but received ${describe(value)} (${toErrorRecord(thrown).message}).\nPass plain data: strings, numbers, booleans, null, and arrays and objects of these.`,
    );
  }
}

/** All pending changes of one kind of metadata are limited together (M9). */
export function assertMetadataFits(
  { recorder, limits }: ApiContext,
  kind: MetadataKind,
  args: Args,
): void {
  if (args.length < 2) return;
  const [key, value] = args;
  const pending = recorder.changes.pending[kind];
  const bytes = pending.excessWith(key, value as JsonValue, limits.maxMetadataBytes);
  if (bytes === undefined) return;
  throw new ContractError(
    'metadata-too-large',
    `Failed to set metadata: a flow can set at most ${limits.maxMetadataBytes} bytes of each kind (as JSON) but received ${bytes} with ${describe(key)}.\nStore only what your application needs.`,
  );
}

/** A value as JSON represents it, and where JSON changed it. */
interface JsonForm {
  /** `undefined` if JSON cannot represent the value. Deeply frozen. */
  readonly value: JsonValue | undefined;
  /** Keys at which JSON changed something; the empty string is the value itself. */
  readonly altered: readonly string[];
}

const nothingAltered: readonly string[] = Object.freeze([]);

/**
 * Converts a value to JSON now, so that later edits do not change it (M7). Throws what `JSON.stringify` throws:
 * for a BigInt, a cycle, too many levels, or a `toJSON` or getter that throws.
 */
function toJson(value: unknown): JsonForm {
  if (isJsonPrimitive(value)) return { value, altered: nothingAltered };
  const altered: string[] = [];
  const text: string | undefined = JSON.stringify(
    value,
    function (this: Readonly<Record<string, unknown>>, key: string, converted: unknown) {
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
  // By brand, not by prototype: plain objects of another realm are plain objects.
  const kind = Object.prototype.toString.call(converted);
  return kind !== '[object Object]' && kind !== '[object Array]';
}
