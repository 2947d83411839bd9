import type { JsonValue, MethodArgs } from '@signup-actions/types';
import { ContractError, toErrorRecord } from '../errors.ts';
import type { MetadataKind, MetadataMethod } from '../calls/changes.ts';
import type { Note } from '../calls/call.ts';
import { describe } from '../text/describe.ts';
import type { ApiContext } from './context.ts';
import { toJson, type JsonForm } from './to-json.ts';

/** Of one call: a value that JSON changes in a thousand places is one mistake. */
const maxNotes = 10;

const noNotes: readonly Note[] = Object.freeze([]);

type Args = MethodArgs<MetadataMethod>;

/**
 * The arguments as they are recorded: the value as JSON holds it at this moment (M7), or no value where
 * the call changes nothing. Only a literal `null` removes, never a value that JSON turns into `null`.
 */
export function takeMetadataValue(
  key: string,
  value: unknown,
): { readonly args: Args; readonly notes: readonly Note[] } {
  const form = toJsonOrThrow(value);
  if (form.altered.length === 0) return { args: [key, form.value], notes: noNotes };
  const received = describe(value);
  if (form.value === undefined) {
    return { args: withoutValue(key), notes: [{ code: 'metadata-undefined', received }] };
  }
  if (form.value === null) {
    return { args: withoutValue(key), notes: [{ code: 'metadata-not-json', received }] };
  }
  const notes = form.altered.slice(0, maxNotes).map((at): Note => {
    return {
      code: 'metadata-not-json',
      received: at === '' ? received : `${received} with ${describe(at)}`,
    };
  });
  return { args: [key, form.value], notes };
}

/** The arguments of a call that changes nothing: no `undefined`, which JSON would turn into a removal. */
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

/** All pending changes of one kind together are bounded (M9). */
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
