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
      if (callee.type !== 'MemberExpression') return;
      const name = keyOf(callee.property, callee.computed) ?? '';
      if (editsList.test(name)) return checkList(callee.object, node);
      if (callee.object.type !== 'Identifier') return;
      const method = `${callee.object.name}.${name}`;
      const isEdit = /^(Object\.(assign|defineProperty)|Reflect\.(set|deleteProperty))$/.test(
        method,
      );
      if (isEdit && first) check(first, node);
    },
  };

  /** `event.user.user_metadata.tags.push('new')`, unless the list is given to the api as well. */
  function checkList(list: Node, call: CallExpression): void {
    const parent = call.parent?.type === 'ChainExpression' ? call.parent.parent : call.parent;
    if (list.type !== 'MemberExpression' || parent?.type !== 'ExpressionStatement') return;
    const origin = origins.originOf(list);
    const isUsed = syntax.nodes.some(
      (node) =>
        node.parent?.type === 'CallExpression' &&
        node.parent.callee !== node &&
        syntax.textOf(node) === syntax.textOf(list),
    );
    if (isOfEvent(origin) && !isUsed)
      report(call, toSentence('read-only-event', syntax.textOf(list), toInstead(origin)));
  }
};

/** Methods of a list that change the list itself, which the types of metadata do not know. */
const editsList = /^(push|splice|unshift)$/;

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
