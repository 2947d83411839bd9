import { describe, searchOf } from '@signup-actions/runtime-core/internal';
import type { FlowOutput } from '../watch/flow-output.ts';
import { isEqual } from './compare.ts';
import { formatExpected, isAsymmetricMatcher, isRegExp, shorten } from './format-expected.ts';
import { formatExpectation } from './format.ts';
import { toRunSubject, type MatcherContext, type MatcherResult } from './matcher.ts';

/** Whether an Action wrote this to the console: a part of a line, a RegExp or an asymmetric matcher. */
export function toHaveLogged(
  this: MatcherContext,
  received: unknown,
  ...args: readonly unknown[]
): MatcherResult {
  const subject = toRunSubject('toHaveLogged', received);
  const lines = (subject.outcome as Partial<FlowOutput>).console ?? [];
  const [expected] = args;
  if (args.length > 0) assertLine(expected);
  const isExpected = (text: string): boolean =>
    args.length === 0 ||
    (typeof expected === 'string' ? text.includes(expected) : isEqual(this, text, expected));
  const pass = lines.some(({ text }) => isExpected(text));
  const search = searchOf(subject.outcome);
  const message = (): string =>
    [
      formatExpectation(subject, 'toHaveLogged', args, pass),
      '',
      `Expected the Actions ${pass ? 'not ' : ''}to print ${args.length === 0 ? 'anything' : formatExpected(expected)}.`,
      lines.length === 0 ? 'Console (0): nothing.' : `Console (${lines.length}):`,
      ...lines.map(({ method, text }) => {
        const arrow = isExpected(text) ? '   ← matches' : '';
        return `  ${method}: ${shorten(JSON.stringify(search.redact(text)))}${arrow}`;
      }),
    ].join('\n');
  return { pass, message };
}

function assertLine(expected: unknown): void {
  if (typeof expected === 'string' || isRegExp(expected) || isAsymmetricMatcher(expected)) return;
  throw new TypeError(
    `Failed to check with toHaveLogged: the line must be a string, a RegExp or an asymmetric matcher but received ${describe(expected)}.\nPass a part of a line, or no argument for any line.`,
  );
}
