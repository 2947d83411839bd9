import type { Diagnostic } from '@signup-actions/runtime-core';
import { DiagnosticsError, formatDiagnostics } from '../mock/diagnostics-error.ts';
import { takeUnseen } from '../watch/unseen-outcomes.ts';
import { FailedFlowError } from './failed-flow-error.ts';

/** Throws if there is a failed flow or a certain mistake that the test has not looked at. */
export function throwUnseen(which: 'of-test' | 'all'): void {
  const unseen = takeUnseen(which);
  for (const { outcome, mistakes } of unseen) {
    if (mistakes || outcome.status !== 'failed') continue;
    throw new FailedFlowError('The test did not look at the outcome of a flow: ', outcome);
  }
  const mistakes = unseen.flatMap((each) => each.mistakes ?? []);
  if (mistakes.length > 0) throw new DiagnosticsError(mistakes, toMessage(mistakes));
}

const toMessage = (mistakes: readonly Diagnostic[]): string =>
  [
    `The test did not look at ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`} of the Action:`,
    formatDiagnostics(mistakes),
    `Fix the Action. If it is meant to do this, assert that: expect(outcome).toHaveDiagnostic('${mistakes[0]?.code}').`,
  ].join('\n');
