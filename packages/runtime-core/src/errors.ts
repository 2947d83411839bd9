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
}

/**
 * Converts anything thrown to plain data. Never throws.
 *
 * @internal
 */
export function toErrorRecord(thrown: unknown): ErrorRecord {
  try {
    if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) {
      const { name, message, stack, code } = thrown as Partial<Record<keyof ErrorRecord, unknown>>;
      return Object.freeze({
        name: typeof name === 'string' ? name : 'Error',
        message: toText(message),
        ...(typeof stack === 'string' && { stack }),
        ...(typeof code === 'string' && { code }),
      });
    }
  } catch {
    // Its getters throw; all that is known is that something was thrown.
  }
  return Object.freeze({ name: 'Error', message: `threw ${describe(thrown)}` });
}
