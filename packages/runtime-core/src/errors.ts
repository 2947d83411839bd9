import { describe, toText } from './text/describe.ts';

const contractErrorCodes = [
  'cache-argument-invalid',
  'metadata-key-invalid',
  'metadata-too-large',
  'metadata-value-invalid',
  'too-many-calls',
  'user-id-invalid',
  'validation-error-invalid',
] as const;

/** A code for each rule that a call can break; stable across versions. */
export type ContractErrorCode = (typeof contractErrorCodes)[number];

const ownCodes = new Set<string>([...contractErrorCodes, 'refusal-lost', 'refusal-rejected']);

/** Whether an error may have its code from the engine; other codes come from Actions. */
export const isOwnCode = (code: string): boolean => ownCodes.has(code);

/**
 * Thrown by a method of `api` if the platform rejects the call or documents it as not allowed. The message names the
 * rule and what was received, and its second line says what to do.
 */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  readonly code: ContractErrorCode;

  constructor(code: ContractErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** An error as plain data, which can leave the process. */
export interface ErrorRecord {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string;
  /** Its `cause`, and the `errors` of an `AggregateError`: at most 5, and their own causes at most 5 levels deep. */
  readonly causes?: readonly ErrorRecord[];
}

const maxCauses = 5;

/**
 * Converts anything thrown to plain data. Never throws.
 *
 * @internal
 */
export function toErrorRecord(thrown: unknown, levels: number = maxCauses): ErrorRecord {
  try {
    if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) {
      const { name, message, stack, code } = thrown as Partial<Record<keyof ErrorRecord, unknown>>;
      return Object.freeze({
        name: typeof name === 'string' ? name : 'Error',
        message: toText(message),
        ...(typeof stack === 'string' && { stack }),
        ...(typeof code === 'string' && { code }),
        ...toCauses(thrown, levels),
      });
    }
  } catch {
    // Its getters throw; all that is known is that something was thrown.
  }
  return Object.freeze({ name: 'Error', message: `threw ${describeThrown(thrown)}` });
}

function toCauses(thrown: object, levels: number): Pick<ErrorRecord, 'causes'> | undefined {
  const { cause, errors } = thrown as { readonly cause?: unknown; readonly errors?: unknown };
  const all = [
    ...(cause === undefined ? [] : [cause]),
    ...(Array.isArray(errors) ? errors.slice(0, maxCauses) : []),
  ];
  if (all.length === 0 || levels === 0) return undefined;
  const causes = all.slice(0, maxCauses).map((one) => toErrorRecord(one, levels - 1));
  return { causes: Object.freeze(causes) };
}

const maxThrownCharacters = 200;

/** An object that is not an error is described by its properties. */
function describeThrown(thrown: unknown): string {
  const words = describe(thrown);
  if (words !== 'an object') return words;
  try {
    const json = JSON.stringify(thrown);
    return json === '{}' || json.length > maxThrownCharacters ? words : json;
  } catch {
    return words;
  }
}
