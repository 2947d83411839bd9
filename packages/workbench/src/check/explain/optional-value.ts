import type { Node } from 'oxc-parser';
import { assumeAbsent } from '../absence/assume-absent.ts';
import { isChecked } from '../absence/is-checked.ts';
import { toSentence } from '../findings/sentences.ts';
import { isOfEvent } from '../origins/origin.ts';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import { constantOf } from '../syntax/local-functions.ts';
import { withoutCircles } from '../syntax/without-circles.ts';
import { isMatch, toMatch } from './match.ts';
import { memberOf, toEmpty, toTakenApart } from './taken-apart.ts';
import { toWritten, type Explain, type Explanation, type Reading } from './explanation.ts';

/** Explains a value that may be absent, where something is read from it. */
export const explainOptionalValue: Explain = ({ code, message, nodes }, reading) => {
  const name = /^'(?<name>.+)' is possibly/s.exec(message)?.groups?.['name'];
  const { textOf } = reading.syntax;
  const isUnnamed = /^TS253\d$/.test(code);
  for (const node of nodes.map(toTakenApart)) {
    const member = memberOf(node);
    // The compiler names a chain without its question marks.
    const written = textOf(node).replaceAll('?.', '.');
    if (member === undefined || (name !== undefined && written !== name)) continue;
    // The compiler names what has a name.
    if (isUnnamed && isName(node)) continue;
    if (isMatch(node, reading)) return toMatch(node, member, reading);
    if (!isOptional(node, reading) || isEdited(node)) continue;
    return isCacheRecord(node, member, reading) ? undefined : toOptional(node, member, reading);
  }
  return undefined;
};

/** The finding about a value that may be absent, unless it was checked outside of the functions around it. */
export function toOptional(node: Node, member: string, reading: Reading): Explanation | undefined {
  const written = toWritten(reading.syntax, node);
  if (isKnown(node, reading)) return undefined;
  const access = member === '…' ? toEmpty(node) : `?.${member}`;
  const guard = access === '' ? 'check it first' : `write ${written}${access}, or check it first`;
  return { node, ...toSentence('optional-field', written, guard), onceInFunction: written };
}

/** Whether the code has checked a value that may be absent. */
export function isKnown(node: Node, reading: Reading): boolean {
  const { syntax, origins } = reading;
  return (
    reading.isProven(node, toWritten(syntax, node)) ||
    isChecked(node, syntax.names, assumeAbsent(toSame(node, reading), syntax, origins))
  );
}

/** The expressions that are absent if a value is: itself, what its name stands for, and the one part of its chain. */
function toSame(node: Node, reading: Reading): readonly Node[] {
  if (node.type === 'Identifier') {
    const value = constantOf(reading.syntax.names.variableOf(node));
    return value && value.type !== 'Identifier' ? [node, ...toSame(value, reading)] : [node];
  }
  if (node.type !== 'ChainExpression') return [node];
  const parts = optionalPartsOf(node.expression, reading);
  return parts.length === 1 ? parts : [];
}

/** Whether a node is a name, or a member of one. */
const isName = (node: Node): boolean =>
  node.type === 'Identifier' ||
  (node.type === 'MemberExpression' && !node.computed && isName(node.object));

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
      return value === undefined ? isPart(node) : isOptional(value, reading);
    }
    case 'MemberExpression':
    case 'CallExpression':
      return isPart(node);
    case 'AwaitExpression':
      return isOptional(node.argument, reading);
    case 'ChainExpression':
      return isPart(node) || optionalPartsOf(node.expression, reading).length > 0;
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
}

/** The parts of the event that stop a chain of members and calls if they are absent. */
function optionalPartsOf(link: Node, reading: Reading): readonly Node[] {
  if (link.type === 'CallExpression') return optionalPartsOf(link.callee, reading);
  if (link.type === 'ChainExpression') return optionalPartsOf(link.expression, reading);
  if (link.type !== 'MemberExpression') return [];
  const parts = optionalPartsOf(link.object, reading);
  return link.optional && isOptional(link.object, reading) ? [...parts, link.object] : parts;
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
