import { describe, toText } from './text/describe.ts';

/** Names of the rules that a thrown error stands for; stable across versions. */
export type ContractErrorCode =
  | 'cache-argument-invalid'
  | 'metadata-key-invalid'
  | 'metadata-too-large'
  | 'metadata-value-invalid'
  | 'too-many-calls'
  | 'user-id-invalid'
  | 'validation-error-invalid';

/**
 * Thrown by a method of `api` at a call that the platform rejects or documents as not allowed. The
 * message names the rule, what was received, and on its second line what to do next.
 */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  readonly code: ContractErrorCode;

  constructor(code: ContractErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** An error as plain data: what is left of it when it leaves the process. */
export interface ErrorRecord {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string;
}

/**
 * Anything thrown, as plain data. Never throws, whatever was thrown.
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
    // Its getters throw: what is left is that something was thrown.
  }
  return Object.freeze({ name: 'Error', message: `threw ${describe(thrown)}` });
}
