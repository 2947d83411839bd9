import type { Diagnostic } from '@signup-actions/runtime-core';
import { DiagnosticsError, formatDiagnostics } from '../mock/diagnostics-error.ts';
import { takeUnseen } from '../watch/unseen-outcomes.ts';
import { FailedFlowError } from './failed-flow-error.ts';

/** Throws if there is a failed flow or a certain mistake that the test has not looked at. */
export function throwUnseen(which: 'of-test' | 'all'): void {
  const unseen = takeUnseen(which);
  const failed = unseen.find(({ mistakes }) => mistakes.length === 0)?.outcome;
  if (failed?.status === 'failed') {
    throw new FailedFlowError('The test did not look at the outcome of a flow: ', failed);
  }
  const [first, ...others] = unseen.flatMap(({ mistakes }) => mistakes);
  if (first) throw new DiagnosticsError([first, ...others], toMessage(first, others));
}

const toMessage = (first: Diagnostic, others: readonly Diagnostic[]): string =>
  [
    `The test did not look at ${others.length === 0 ? 'a mistake' : `${others.length + 1} mistakes`} of the Action:`,
    formatDiagnostics([first, ...others]),
    `Fix the Action. If it is meant to do this, assert that: expect(outcome).toHaveDiagnostic('${first.code}').`,
  ].join('\n');
