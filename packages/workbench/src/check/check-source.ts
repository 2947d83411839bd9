import { checkCodeSize, toBrokenRule, type BrokenRule } from '../platform/platform-rules.ts';
import { toAnnotations, type Edit } from './annotate.ts';
import { findHandler, type FoundHandler } from './find-handler.ts';
import { lineAt, type Finding } from './finding.ts';
import { parseAction, type ParsedSource, type Parser, type SourceFile } from './parse-action.ts';

/** What the source of an Action shows without running it. */
export interface CheckedSource {
  /** What the platform would reject, and what does not parse. */
  readonly findings: readonly Finding[];
  /** What gives the handler its types; absent if the source does not parse. */
  readonly annotations: readonly Edit[] | undefined;
}

/** Checks the source of an Action without running it. Types are left to the compiler, which reads the annotated source. */
export function checkSource(parser: Parser, file: SourceFile): CheckedSource {
  const action = parseAction(parser, file);
  const handler = findHandler(parser, action.program);
  const isParsed = action.syntaxErrors.length === 0;
  return {
    findings: checkAction(parser, action, handler),
    annotations: isParsed ? toAnnotations(action, handler) : undefined,
  };
}

/** What the platform would reject in the source of one Action. */
function checkAction(
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
