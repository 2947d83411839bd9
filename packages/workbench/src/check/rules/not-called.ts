import type { MemberExpression } from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { methodOf } from '../origins/origin.ts';
import { isBodyOfFetch } from '../promises/requests.ts';
import type { Rule } from './rule.ts';

/** Finds a method of the api that a statement names and does not call, and `await response.json`. */
export const notCalled: Rule = ({ syntax, origins }, report) => ({
  MemberExpression(node: MemberExpression) {
    const { parent } = node;
    const isBody = parent?.type === 'AwaitExpression' && isBodyOfFetch(node, syntax.names);
    if (isBody) return report(node, toSentence('not-called', syntax.textOf(node)));
    const isStatement =
      parent?.type === 'ExpressionStatement' ||
      parent?.type === 'ReturnStatement' ||
      (parent?.type === 'LogicalExpression' && parent.parent?.type === 'ExpressionStatement');
    if (!isStatement || methodOf(origins.originOf(node)) === undefined) return;
    report(node, toSentence('not-called', syntax.textOf(node)));
  },
});
