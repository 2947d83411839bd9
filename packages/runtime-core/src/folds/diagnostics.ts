import type { Call } from '../record/call.ts';
import { formatCall } from '../text/format-call.ts';
import { diagnosticSentences, type DiagnosticCode } from './diagnostic-sentences.ts';
import { isRefusal } from './refusals.ts';
import { writesMetadata } from './changes.ts';
import { storesMetadata, takesUserId } from './user.ts';

/** A probable mistake: reported, and never a reason to refuse or to fail. */
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

/** All that the diagnostics of a flow are folded from. */
export interface DiagnosticsSource {
  readonly calls: readonly Call[];
  /** Of the signup's connection; absent when the event named none. */
  readonly strategy: string | undefined;
  /** What the cache's store answered when it failed (C10). */
  readonly cacheProblem?: string | undefined;
}

/** The probable mistakes of a flow, in the order of its calls. */
export function foldDiagnostics({
  calls,
  strategy,
  cacheProblem,
}: DiagnosticsSource): readonly Diagnostic[] {
  const refused = new Set<string>();
  const diagnostics = calls.flatMap((call) => {
    const found = diagnoseCall(call, strategy);
    // An Action that refused and went on has probably forgotten to return (F4). Counting in the cache
    // after a refusal is what people do on purpose (C9).
    if (refused.has(call.action) && !call.method.startsWith('cache.')) {
      found.push(toDiagnostic('call-after-refusal', call, ''));
    }
    if (isRefusal(call)) refused.add(call.action);
    return found;
  });
  if (cacheProblem !== undefined) {
    const message = diagnosticSentences['cache-unavailable']('', cacheProblem);
    diagnostics.push(Object.freeze({ code: 'cache-unavailable', message }));
  }
  return Object.freeze(diagnostics);
}

/** What is wrong with one call on its own. */
export function diagnoseCall(call: Call, strategy: string | undefined): Diagnostic[] {
  const found = (call.notes ?? []).map(({ code, received }) => toDiagnostic(code, call, received));
  if (call.late) found.push(toDiagnostic('late-call', call, ''));
  if (call.error || call.late || strategy === undefined) return found;
  if (writesMetadata(call) && !storesMetadata(strategy)) {
    found.push(toDiagnostic('metadata-on-passwordless', call, strategy));
  }
  if (call.method === 'user.setUserId' && !takesUserId(strategy)) {
    found.push(toDiagnostic('user-id-on-non-database', call, strategy));
  }
  return found;
}

const toDiagnostic = (code: DiagnosticCode, call: Call, received: string): Diagnostic =>
  Object.freeze({
    code,
    message: diagnosticSentences[code](formatCall(call), received),
    action: call.action,
    call: call.index,
  });
