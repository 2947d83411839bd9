import { describe } from '@signup-actions/runtime-core/internal';
import type { MethodPath } from '@signup-actions/types';
import { formatDiagnostics } from '../mock/diagnostics-error.ts';
import { formatCalls, formatExpectation, methodPaths } from './format.ts';
import { matchCalls } from './match-calls.ts';
import { toSubject, type MatcherContext, type MatcherResult } from './matcher.ts';

/** Whether a method was called, with or without effect. */
export function toHaveCalled(
  this: MatcherContext,
  received: unknown,
  method: unknown,
  ...args: readonly unknown[]
): MatcherResult {
  const subject = toSubject('toHaveCalled', received);
  assertMethod(method);
  return matchCalls(this, subject, { matcher: 'toHaveCalled', method }, args, [method, ...args]);
}

function assertMethod(method: unknown): asserts method is MethodPath {
  if (methodPaths.includes(method as MethodPath)) return;
  throw new TypeError(
    `Failed to check with toHaveCalled: a method is one of ${methodPaths.join(', ')} but received ${describe(method)}.`,
  );
}

/** Whether no probable mistake was made. */
export function toHaveNoDiagnostics(this: MatcherContext, received: unknown): MatcherResult {
  const subject = toSubject('toHaveNoDiagnostics', received);
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
