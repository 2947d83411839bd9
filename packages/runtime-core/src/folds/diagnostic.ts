import type { Call } from '../calls/call.ts';
import { formatCall } from '../text/format-call.ts';
import type { SecretSearch } from '../text/secret-search.ts';
import { diagnosticSentences, type DiagnosticCode } from './diagnostic-sentences.ts';

/** A probable mistake: reported, and never a reason to refuse or to fail. It holds no secret's value. */
export interface Diagnostic {
  /** Stable across versions. */
  readonly code: DiagnosticCode;
  /** One sentence: what happened, and what to do. */
  readonly message: string;
  /** Name of the Action; absent when no Action is to blame. */
  readonly action?: string;
  /** Index of the call in the outcome's `calls`; absent when it is about no call. */
  readonly call?: number;
}

/** What a call is judged by, beside itself. */
export interface DiagnosticContext {
  /** Of the signup's connection; absent when the event named none. */
  readonly strategy: string | undefined;
  /** Finds the secrets of all Actions of the flow. */
  readonly secrets: SecretSearch;
}

/** The diagnostic of a call: `received` is what was wrong in it, in a few words. */
export function toDiagnostic(
  code: DiagnosticCode,
  call: Call,
  { secrets }: DiagnosticContext,
  received = '',
): Diagnostic {
  const source = formatCall({ method: call.method, args: secrets.redactData(call.args) });
  const message = diagnosticSentences[code](source, secrets.redact(received));
  return Object.freeze({ code, message, action: call.action, call: call.index });
}
