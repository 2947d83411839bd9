import type { Node } from 'oxc-parser';

/** What is taken apart by a pattern, which is where the compiler reports it. */
export const toTakenApart = (node: Node): Node =>
  node.type === 'ArrayPattern' && node.parent?.type === 'VariableDeclarator' && node.parent.init
    ? node.parent.init
    : node;

/** What to take apart instead of a value that is absent. */
export function toEmpty(node: Node): string {
  const parent = node.parent?.type === 'ChainExpression' ? node.parent.parent : node.parent;
  if (parent?.type === 'BinaryExpression') return '';
  const isObject = parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern';
  return isObject ? ' ?? {}' : ' ?? []';
}

/** What is read from a node: the name of a member, or `[…]`; absent if nothing is, so that nothing breaks. */
export function memberOf(node: Node): string | undefined {
  const parent = node.parent?.type === 'ChainExpression' ? node.parent.parent : node.parent;
  const isObject =
    parent?.type === 'MemberExpression' &&
    parent.object === (parent === node.parent ? node : node.parent);
  if (isObject && !parent.optional) {
    if (parent.property.type !== 'Identifier' || parent.computed) return '[…]';
    const isCalled = parent.parent?.type === 'CallExpression' && parent.parent.callee === parent;
    return `${parent.property.name}${isCalled ? '(…)' : ''}`;
  }
  const isTakenApart =
    parent?.type === 'ForOfStatement' ||
    (parent?.type === 'SpreadElement' && parent.parent?.type !== 'ObjectExpression') ||
    (parent?.type === 'VariableDeclarator' && parent.id.type !== 'Identifier') ||
    (parent?.type === 'BinaryExpression' && parent.operator === 'in' && parent.left !== node);
  return isTakenApart ? '…' : undefined;
}
