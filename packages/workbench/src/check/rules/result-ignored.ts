import type { ObjectExpression, ReturnStatement } from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { functionAround, keyOf } from '../syntax/local-functions.ts';
import type { Rule } from './rule.ts';

/** Finds a handler that returns a command or a changed user, as those of version 1 did. */
export const resultIgnored: Rule = ({ syntax: { handler } }, report) => ({
  ReturnStatement(node: ReturnStatement) {
    const isOfHandler = handler.type === 'function' && functionAround(node) === handler.node;
    if (!isOfHandler || node.argument?.type !== 'ObjectExpression') return;
    if (isResult(node.argument)) report(node, toSentence('result-ignored'));
  },
});

const isResult = ({ properties }: ObjectExpression): boolean =>
  properties.some(
    (property) =>
      property.type === 'Property' &&
      /^(command|user)$/.test(keyOf(property.key, property.computed) ?? ''),
  );
