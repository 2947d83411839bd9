import { redact, type Action, type Diagnostic, type Outcome } from '@signup-actions/runtime-core';
import { diagnosticSentences } from '@signup-actions/runtime-core/internal';

/**
 * The outcome with a diagnostic for each Action whose handler is no `async function`: the platform rejects
 * such a handler when it is deployed, the engine takes any function.
 */
export function reportSyncHandlers(outcome: Outcome, actions: readonly Action[]): Outcome {
  const found = actions.filter(({ handler }) => !isAsync(handler)).map(toDiagnostic);
  if (found.length === 0) return outcome;
  const diagnostics = Object.freeze([...found, ...outcome.diagnostics]);
  // Everything else as it is, what JSON and loops do not see included.
  const reported = Object.defineProperties({} as Outcome, {
    ...Object.getOwnPropertyDescriptors(outcome),
    diagnostics: { value: diagnostics, enumerable: true },
    toJSON: { value: () => redact(reported) },
  });
  return Object.freeze(reported);
}

/** By brand: a handler of a runner's sandbox is one too. */
const isAsync = (handler: unknown): boolean =>
  Object.prototype.toString.call(handler) === '[object AsyncFunction]';

const toDiagnostic = ({ name }: Action): Diagnostic =>
  Object.freeze({
    code: 'handler-not-async',
    message: diagnosticSentences['handler-not-async']('', name),
    action: name,
  });
