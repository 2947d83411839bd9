import type {
  AssignmentExpression,
  CallExpression,
  Node,
  UnaryExpression,
  UpdateExpression,
} from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { formatOrigin, isOfEvent, type Origin } from '../origins/origin.ts';
import { keyOf } from '../syntax/local-functions.ts';
import type { Rule } from './rule.ts';

/** Finds edits of the event, which reach neither the next Action nor the user (F9). */
export const readOnlyEvent: Rule = ({ syntax, origins }, report) => {
  const check = (target: Node, node: Node): void => {
    if (target.type !== 'MemberExpression' && node.type !== 'CallExpression') return;
    const origin = origins.originOf(target);
    if (!isOfEvent(origin) || origins.originOf(ownerOf(target, node)) === undefined) return;
    report(node, toSentence('read-only-event', syntax.textOf(target), toInstead(origin)));
  };
  return {
    AssignmentExpression: (node: AssignmentExpression) => check(node.left, node),
    UpdateExpression: (node: UpdateExpression) => check(node.argument, node),
    UnaryExpression(node: UnaryExpression) {
      if (node.operator === 'delete') check(toTarget(node.argument), node);
    },
    CallExpression(node: CallExpression) {
      const {
        callee,
        arguments: [first],
      } = node;
      if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return;
      const method = `${callee.object.name}.${keyOf(callee.property, callee.computed)}`;
      const isEdit = /^(Object\.(assign|defineProperty)|Reflect\.(set|deleteProperty))$/.test(
        method,
      );
      if (isEdit && first) check(first, node);
    },
  };
};

const ownerOf = (target: Node, node: Node): Node =>
  target.type === 'MemberExpression' && node.type !== 'CallExpression' ? target.object : target;

const toTarget = (node: Node): Node => (node.type === 'ChainExpression' ? node.expression : node);

/** What an author wants who edits this part of the event. */
function toInstead(origin: Origin): string {
  if (origin.includes('app_metadata')) return 'call api.user.setAppMetadata';
  return formatOrigin(origin).startsWith('event.user')
    ? 'call api.user.setUserMetadata, or copy it first'
    : 'copy it first';
}
