import { type Call, isRefusal } from '../calls/call.ts';
import { diagnoseCall } from './diagnose-call.ts';
import { toDiagnostic, type Diagnostic, type DiagnosticContext } from './diagnostic.ts';
import { diagnosticSentences } from './diagnostic-sentences.ts';

/** The probable mistakes of a flow, in the order of its calls. `cacheProblem` is why its store failed (C10). */
export function foldDiagnostics(
  calls: readonly Call[],
  context: DiagnosticContext,
  cacheProblem?: string,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const refused = new Set<string>();
  for (const call of calls) {
    diagnostics.push(...diagnoseCall(call, context));
    // An Action that refused and went on has probably forgotten to return (F4). Counting in the cache
    // after a refusal is what people do on purpose (C9).
    if (refused.has(call.action) && !call.method.startsWith('cache.')) {
      diagnostics.push(toDiagnostic('call-after-refusal', call, context));
    }
    if (isRefusal(call)) refused.add(call.action);
  }
  if (cacheProblem !== undefined) {
    const message = diagnosticSentences['cache-unavailable']('', cacheProblem);
    diagnostics.push(Object.freeze({ code: 'cache-unavailable', message }));
  }
  return Object.freeze(diagnostics);
}
