import type { BinaryExpression, Node, TemplateLiteral } from 'oxc-parser';
import type { Rule } from 'eslint';
import { toSentence } from '../findings/sentences.ts';
import { defineRule } from './define-rule.ts';
import { isPromise } from './not-awaited.ts';

/** Finds promises that are put into a string. */
export const promiseInString: Rule.RuleModule = defineRule((subject, report) => {
  const check = (node: Node): void => {
    if (!isPromise(node, subject)) return;
    report(node, toSentence('promise-in-string', subject.syntax.textOf(node)));
  };
  return {
    TemplateLiteral: ({ expressions }: TemplateLiteral) => expressions.forEach(check),
    BinaryExpression({ operator, left, right }: BinaryExpression) {
      if (operator === '+') [left, right].forEach(check);
    },
  };
});
