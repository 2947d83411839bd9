import type { MatcherContext, MatcherResult } from './context.ts';
import { formatCalls } from './format-calls.ts';
import { formatDiagnostics } from './format-diagnostics.ts';
import { formatExpectation } from './format-expectation.ts';
import { takeOutcome } from './take-outcome.ts';

/** Whether no probable mistake was made. */
export function toHaveNoDiagnostics(this: MatcherContext, received: unknown): MatcherResult {
  const subject = takeOutcome('toHaveNoDiagnostics', received);
  const { diagnostics } = subject.outcome;
  const pass = diagnostics.length === 0;
  const message = (): string =>
    [
      formatExpectation(subject, 'toHaveNoDiagnostics', [], pass),
      '',
      pass
        ? 'Expected a diagnostic, but there is none.'
        : `Expected no diagnostics, but received ${diagnostics.length}:\n${formatDiagnostics(diagnostics)}`,
      formatCalls(subject),
    ].join('\n');
  return { pass, message };
}
