import { checkCodeSize, toBrokenRule, type BrokenRule } from '../platform-rules.ts';
import type { FoundHandler } from './find-handler.ts';
import { lineAt, type Finding } from './finding.ts';
import type { ParsedSource, Parser } from './parse-action.ts';

/** What the platform would reject in the source of one Action. */
export function checkAction(
  parser: Parser,
  action: ParsedSource,
  handler: FoundHandler,
): readonly Finding[] {
  const { file, source, program, isModule, isTypeScript, syntaxErrors } = action;
  const findings: Finding[] = [];
  const report = (offset: number, broken: BrokenRule): void =>
    void findings.push({ file, line: lineAt(source, offset), ...broken });

  const tooLarge = checkCodeSize(source);
  if (tooLarge) report(0, tooLarge);
  // The program is empty, so nothing else can be found.
  if (syntaxErrors.length > 0) return [...findings, ...syntaxErrors];

  // TypeScript is transpiled before it is deployed, which turns its modules into CommonJS.
  if (isModule && !isTypeScript) {
    const statement = program.body.find(({ type }) => /^(Import|Export)/.test(type));
    report(statement?.start ?? 0, toBrokenRule('not-commonjs'));
  }
  if (handler.type === 'missing') report(0, toBrokenRule('handler-missing'));
  if (handler.type === 'not-a-function') report(handler.start, toBrokenRule('handler-not-async'));
  if (handler.type === 'function' && (!handler.node.async || handler.node.generator)) {
    report(handler.node.start, toBrokenRule('handler-not-async'));
  }
  const reportModule = (name: string, offset: number): void => {
    if (name.startsWith('actions:')) report(offset, toBrokenRule('actions-module', name));
  };
  parser.walk(program, {
    CallExpression({ callee, arguments: [name], start }) {
      if (callee.type !== 'Identifier' || callee.name !== 'require') return;
      if (name?.type === 'Literal' && typeof name.value === 'string') {
        reportModule(name.value, start);
      }
    },
    ImportDeclaration: ({ source: from, start }) => reportModule(from.value, start),
  });
  return findings;
}
