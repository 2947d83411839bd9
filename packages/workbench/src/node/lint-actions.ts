import { Linter } from 'eslint/universal';
import { visitorKeys } from 'oxc-parser';
import type { CheckedSource } from '../check/check-source.ts';
import { lineAt, lineStarts, type Finding } from '../check/findings/finding.ts';
import { rules } from '../check/rules/index.ts';

const plugin = 'signup-actions';
const linter = new Linter();

/**
 * Checks the syntax of Actions and their flow of control, by rules that ESLint runs. All Actions are blocks of one
 * file to ESLint, which would otherwise prepare its configuration again for each.
 */
export function lintActions(checked: readonly CheckedSource[]): readonly Finding[] {
  const readable = checked.filter(({ syntax }) => syntax.syntaxErrors.length === 0);
  if (readable.length === 0) return [];
  let found: readonly (readonly Linter.LintMessage[])[] = [];
  const unexpected = linter.verify(
    '',
    {
      plugins: { [plugin]: { rules } },
      rules: Object.fromEntries(Object.keys(rules).map((name) => [`${plugin}/${name}`, 'error'])),
      languageOptions: { parser: toParser(readable) },
    },
    {
      filename: 'actions.js',
      allowInlineConfig: false,
      preprocess: () => readable.map(({ syntax }) => syntax.source),
      postprocess(lists) {
        found = lists;
        return [];
      },
    },
  );
  // Nothing that was not checked may look as if nothing was found.
  if (unexpected.length > 0 || found.length !== readable.length) {
    throw new Error(`Failed to check: ${unexpected[0]?.message ?? 'some Actions were left out'}`);
  }
  return readable.flatMap((source, index) =>
    (found[index] ?? []).map((message) => toFinding(source, message)),
  );
}

/** Gives ESLint, block by block, the trees and scopes that the rest of the check has, and what we know of them. */
function toParser(checked: readonly CheckedSource[]): Linter.Parser {
  const blocks = checked.values();
  return {
    parseForESLint(text) {
      const { value } = blocks.next();
      if (!value) throw new Error('Failed to check: ESLint reads an Action twice.');
      const { syntax, origins } = value;
      const start = { line: 1, column: 0 };
      const ast = Object.assign(syntax.program, {
        tokens: [],
        comments: [],
        loc: { start, end: start },
        range: [0, text.length],
      });
      const { scopeManager } = syntax.names;
      return { ast, scopeManager, visitorKeys, services: { syntax, origins } };
    },
  };
}

function toFinding({ syntax }: CheckedSource, found: Linter.LintMessage): Finding {
  const { source, file } = syntax;
  const { ruleId, message, line, column, endLine, endColumn } = found;
  if (ruleId === null) throw new Error(`Failed to check ${file}: ${message}`);
  const starts = lineStarts(source);
  const toOffset = (atLine = 1, atColumn = 1): number => (starts[atLine - 1] ?? 0) + atColumn - 1;
  const from = toOffset(line, column);
  return {
    file,
    line: lineAt(source, from),
    rule: ruleId.replace(`${plugin}/`, '') as keyof typeof rules,
    message,
    span: [from, toOffset(endLine, endColumn)],
  };
}
