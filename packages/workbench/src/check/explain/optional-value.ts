import type { Node } from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { isOfEvent } from '../origins/origin.ts';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import { constantOf } from '../syntax/local-functions.ts';
import { withoutCircles } from '../syntax/without-circles.ts';
import { toWritten, type Explain, type Explanation, type Reading } from './explanation.ts';

/** Explains a value that may be absent, where something is read from it. */
export const explainOptionalValue: Explain = ({ message, nodes }, reading) => {
  const name = /^'(?<name>.+)' is possibly/s.exec(message)?.groups?.['name'];
  const { textOf } = reading.syntax;
  for (const node of nodes.map(toTakenApart)) {
    const member = memberOf(node);
    if (member === undefined || (name !== undefined && textOf(node) !== name)) continue;
    if (!isOptional(node, reading) || isEdited(node)) continue;
    return isCacheRecord(node, member, reading) ? undefined : toOptional(node, member, reading);
  }
  return undefined;
};

/** The finding about a value that may be absent, unless it was checked outside of the functions around it. */
export function toOptional(node: Node, member: string, reading: Reading): Explanation | undefined {
  const written = toWritten(reading.syntax, node);
  if (reading.isProven(node, written)) return undefined;
  const access = member === '…' ? toEmpty(node) : /^[\w$]/.test(member) ? `?.${member}` : '?.…';
  const guard = access === '' ? 'check it first' : `write ${written}${access}, or check it first`;
  return { node, ...toSentence('optional-field', written, guard), onceInFunction: written };
}

/** What is taken apart by a pattern, which is where the compiler reports it. */
const toTakenApart = (node: Node): Node =>
  node.type === 'ArrayPattern' && node.parent?.type === 'VariableDeclarator' && node.parent.init
    ? node.parent.init
    : node;

/** What to take apart instead of a value that is absent. */
function toEmpty(node: Node): string {
  const parent = node.parent?.type === 'ChainExpression' ? node.parent.parent : node.parent;
  if (parent?.type === 'BinaryExpression') return '';
  const isObject = parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern';
  return isObject ? ' ?? {}' : ' ?? []';
}

/** Whether an expression is a part of the event, or a cache record, that may be absent. */
export const isOptional: (node: Node, reading: Reading) => boolean = withoutCircles(
  followOptional,
  false,
);

function followOptional(node: Node, reading: Reading): boolean {
  const { syntax, origins } = reading;
  switch (node.type) {
    case 'Identifier': {
      const value = constantOf(syntax.names.variableOf(node));
      return isPart(node) || (value !== undefined && isOptional(value, reading));
    }
    case 'MemberExpression':
    case 'CallExpression':
      return isPart(node);
    case 'ChainExpression':
      return isPart(node) || hasOptionalPart(node.expression);
    case 'LogicalExpression':
      return node.operator === '&&' && isOptional(node.left, reading);
    default:
      return false;
  }

  function isPart(part: Node): boolean {
    const origin = origins.originOf(part);
    return (
      origin !== undefined && (origin.at(-1) === '()' || (isOfEvent(origin) && origin.length > 1))
    );
  }

  /** Whether a chain of members and calls stops at a part of the event that is absent. */
  function hasOptionalPart(link: Node): boolean {
    if (link.type === 'CallExpression') return hasOptionalPart(link.callee);
    if (link.type === 'ChainExpression') return hasOptionalPart(link.expression);
    if (link.type !== 'MemberExpression') return false;
    return (link.optional && isOptional(link.object, reading)) || hasOptionalPart(link.object);
  }
}

/** Whether a node is on the left of an assignment, where the event is read-only anyway. */
function isEdited(node: Node): boolean {
  for (const { parent, start } of ancestorsOf(node)) {
    if (parent?.type === 'AssignmentExpression') return parent.left.start === start;
    if (parent?.type === 'UnaryExpression' && parent.operator === 'delete') return true;
    if (parent?.type !== 'MemberExpression') return false;
  }
  return false;
}

/** Whether a cache record is used as the string in it, which a rule finds. */
const isCacheRecord = (node: Node, member: string, { origins }: Reading): boolean =>
  origins.originOf(node)?.at(-1) === '()' && !/^(value|expires_at)$/.test(member);

/** What is read from a node: the name of a member, or `[…]`; absent if nothing is, so that nothing breaks. */
function memberOf(node: Node): string | undefined {
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
    (parent?.type === 'BinaryExpression' && parent.operator === 'in');
  return isTakenApart ? '…' : undefined;
}
