import type { CallExpression, Node } from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { methodOf } from '../origins/origin.ts';
import { constantOf, keyOf } from '../syntax/local-functions.ts';
import type { Names } from '../syntax/names.ts';
import type { Rule } from './rule.ts';

/** Finds ids that `api.user.setUserId` throws for, as far as the file spells them out (U1). */
export const userIdRejected: Rule = ({ syntax, origins }, report) => ({
  CallExpression(call: CallExpression) {
    const [id] = call.arguments;
    if (methodOf(origins.originOf(call.callee)) !== 'user.setUserId' || !id) return;
    const why = whyRejected(textsOf(id, syntax.names), keyOf(id, true));
    if (why !== undefined) report(id, toSentence('user-id', syntax.textOf(call.callee), why));
  },
});

function whyRejected(texts: readonly string[], whole: string | undefined): string | undefined {
  if (whole === '') return 'it is empty';
  const [wrong] = /[^\w@.+-]/u.exec(texts.join('')) ?? [];
  if (wrong === undefined) return undefined;
  return wrong === '|'
    ? 'the platform adds the part up to "|" itself, so leave it out'
    : `it has ${JSON.stringify(wrong)}, but only letters, digits and @ . _ + - are allowed`;
}

/** The strings that an expression is made of. */
function textsOf(node: Node, names: Names): readonly string[] {
  if (node.type === 'TemplateLiteral') {
    return [
      ...node.quasis.map(({ value }) => value.cooked ?? ''),
      ...node.expressions.flatMap((each) => textsOf(each, names)),
    ];
  }
  if (node.type === 'BinaryExpression' && node.operator === '+') {
    return [...textsOf(node.left, names), ...textsOf(node.right, names)];
  }
  const value = node.type === 'Identifier' ? constantOf(names.variableOf(node)) : node;
  if (value && value !== node && value.type !== 'Identifier') return textsOf(value, names);
  const text = value && keyOf(value, true);
  return text === undefined ? [] : [text];
}
