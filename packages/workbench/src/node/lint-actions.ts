import type { Rule } from 'eslint';
import { Linter } from 'eslint/universal';
import { visitorKeys } from 'oxc-parser';
import { toFinding, type Finding } from '../check/findings/finding.ts';
import { afterRefusal } from '../check/rules/after-refusal.ts';
import type { RuleSubject } from '../check/rules/rule.ts';

const linter = new Linter();

/**
 * Follows the flow of control of Actions that parse, which ESLint analyzes. All are blocks of one file to ESLint, which would
 * otherwise prepare its configuration again for each.
 */
export function lintActions(subjects: readonly RuleSubject[]): readonly Finding[] {
  const findings: Finding[] = [];
  const linted = new Set<RuleSubject>();
  const rule: Rule.RuleModule = {
    // It takes no options, and ESLint loads a library to check them.
    meta: { schema: false },
    create({ sourceCode }) {
      const subject = sourceCode.parserServices['subject'] as RuleSubject;
      linted.add(subject);
      return afterRefusal(
        subject,
        (node, sentence) => void findings.push(toFinding(subject.syntax, node, sentence)),
      );
    },
  };
  const [unexpected] = linter.verify(
    '',
    {
      plugins: { own: { rules: { 'after-refusal': rule } } },
      rules: { 'own/after-refusal': 'error' },
      languageOptions: { parser: toParser(subjects) },
    },
    {
      filename: 'actions.js',
      allowInlineConfig: false,
      preprocess: () => subjects.map(({ syntax }) => syntax.source),
      postprocess: (lists) => lists.flat(),
    },
  );
  // Nothing that was not checked may look as if nothing was found.
  if (unexpected || linted.size !== subjects.length) {
    throw new Error(`Failed to check: ${unexpected?.message ?? 'some Actions were left out'}`);
  }
  return findings;
}

/** Gives ESLint, block by block, the trees and scopes that the rest of the check has, and what we know of them. */
function toParser(subjects: readonly RuleSubject[]): Linter.Parser {
  const blocks = subjects.values();
  return {
    parseForESLint(text) {
      const { value: subject } = blocks.next();
      if (!subject) throw new Error('Failed to check: ESLint reads an Action twice.');
      const { program, names } = subject.syntax;
      const start = { line: 1, column: 0 };
      const ast = Object.assign(program, {
        tokens: [],
        comments: [],
        loc: { start, end: start },
        range: [0, text.length],
      });
      return { ast, scopeManager: names.scopeManager, visitorKeys, services: { subject } };
    },
  };
}
