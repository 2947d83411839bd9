import type { Diagnostic } from '@signup-actions/runtime-core';
import { describe, diagnosticMessages } from '@signup-actions/runtime-core/internal';
import { formatDiagnostics } from '../mock/diagnostics-error.ts';
import { peekDiagnostics, seeDiagnostics } from '../watch/unseen-outcomes.ts';
import { isEqual } from './compare.ts';
import { formatExpected, isAsymmetricMatcher } from './format-expected.ts';
import { formatCalls, formatExpectation } from './format.ts';
import { assertCallArguments, assertMethod, matchCalls } from './match-calls.ts';
import { toSubject, type MatcherContext, type MatcherResult } from './matcher.ts';

/** Whether a method was called, with or without effect. */
export function toHaveCalled(
  this: MatcherContext,
  received: unknown,
  method: unknown,
  ...args: readonly unknown[]
): MatcherResult {
  const subject = toSubject('toHaveCalled', received);
  assertMethod('toHaveCalled', method);
  assertCallArguments('toHaveCalled', method, args);
  return matchCalls(this, subject, { matcher: 'toHaveCalled', method }, args, [method, ...args]);
}

/** Whether there is a diagnostic, with this code if one is given. Throws for a code that no diagnostic has. */
export function toHaveDiagnostic(
  this: MatcherContext,
  received: unknown,
  ...args: readonly unknown[]
): MatcherResult {
  const subject = toSubject('toHaveDiagnostic', received);
  const [code] = args;
  if (args.length > 0) assertDiagnosticCode(code);
  const diagnostics = peekDiagnostics(subject.outcome);
  const found = diagnostics.filter(
    (diagnostic) => args.length === 0 || isEqual(this, diagnostic.code, code),
  );
  const pass = found.length > 0;
  seeDiagnostics(subject.outcome, found);
  const message = (): string =>
    [
      formatExpectation(subject, 'toHaveDiagnostic', args, pass),
      '',
      pass
        ? `Expected no diagnostic${named(args)} but received ${found.length}:\n${formatDiagnostics(found)}`
        : `Expected a diagnostic${named(args)} but received ${formatOthers(diagnostics)}`,
      formatCalls(subject),
    ].join('\n');
  return { pass, message };
}

const named = (args: readonly unknown[]): string =>
  args.length === 0 ? '' : ` with the code ${formatExpected(args[0])}`;

const formatOthers = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics.length === 0
    ? 'none.'
    : `${diagnostics.length} ${diagnostics.length === 1 ? 'other' : 'others'}:\n${formatDiagnostics(diagnostics)}`;

function assertDiagnosticCode(code: unknown): void {
  const codes = Object.keys(diagnosticMessages);
  if (codes.includes(code as string) || isAsymmetricMatcher(code)) return;
  throw new TypeError(
    `Failed to check with toHaveDiagnostic: the code must be one of ${codes.join(', ')} but received ${describe(code)}.`,
  );
}
