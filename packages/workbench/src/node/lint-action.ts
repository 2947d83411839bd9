import { Linter } from 'eslint';
import { visitorKeys } from 'oxc-parser';
import type { CheckedSource } from '../check/check-source.ts';
import { lineAt, type Finding } from '../check/findings/finding.ts';
import { rules } from '../check/rules/index.ts';

const plugin = 'signup-actions';
const linter = new Linter();

/** Checks the syntax of an Action and its flow of control, by rules that ESLint runs. */
export function lintAction({ syntax, origins }: CheckedSource): readonly Finding[] {
  const { source, file, program, names } = syntax;
  if (syntax.syntaxErrors.length > 0) return [];
  const start = { line: 1, column: 0 };
  const ast = Object.assign(program, {
    tokens: [],
    comments: [],
    loc: { start, end: start },
    range: [0, source.length],
  });
  const parser = {
    // The tree, its scopes and what we know of them are those that the rest of the check has.
    parseForESLint: () => ({
      ast,
      scopeManager: names.scopeManager,
      visitorKeys,
      services: { syntax, origins },
    }),
  };
  const messages = linter.verify(
    source,
    {
      plugins: { [plugin]: { rules } },
      rules: Object.fromEntries(Object.keys(rules).map((name) => [`${plugin}/${name}`, 'error'])),
      languageOptions: { parser },
    },
    { filename: 'action.js', allowInlineConfig: false },
  );
  const starts = [
    0,
    ...[...source.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map(
      ({ index, 0: end }) => index + end.length,
    ),
  ];
  const toOffset = (line = 1, column = 1): number => (starts[line - 1] ?? 0) + column - 1;
  return messages.map(({ ruleId, message, line, column, endLine, endColumn }) => {
    if (ruleId === null) throw new Error(`Failed to check ${file}: ${message}`);
    const from = toOffset(line, column);
    return {
      file,
      line: lineAt(source, from),
      rule: ruleId.replace(`${plugin}/`, '') as keyof typeof rules,
      message,
      span: [from, toOffset(endLine, endColumn)] as const,
    };
  });
}
