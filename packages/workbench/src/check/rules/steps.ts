import type { CallExpression, Node } from 'oxc-parser';
import { methodOf } from '../origins/origin.ts';
import { isPromise } from '../promises/is-promise.ts';
import { ancestorsOf, nodesIn } from '../syntax/link-nodes.ts';
import {
  functionAround,
  functionOf,
  isFunction,
  type LocalFunction,
} from '../syntax/local-functions.ts';
import type { Syntax } from '../syntax/read-syntax.ts';
import { readEffects } from './effects.ts';
import { createFindInCallback, isDiscarded } from './find-in-callback.ts';
import type { RuleSubject } from './rule.ts';

/** Something that matters on the way through a function. */
export interface Step {
  readonly kind: 'call' | 'catch' | 'fallible' | 'refusal' | 'test' | 'throw';
  readonly node: Node;
}

/** Whether anything may follow a refusal, so that the flow of control has to be known. */
export function mayGoOn(subject: RuleSubject): boolean {
  const toStep = createToStep(subject);
  return subject.syntax.nodes.some(
    (node) => node.type === 'CallExpression' && !isLast(node) && toStep(node)?.kind === 'refusal',
  );
}

/** Whether a call is the last thing that its function does, as far as the statements around it show. */
function isLast(call: Node): boolean {
  let returns = false;
  for (const node of ancestorsOf(call)) {
    const { parent } = node;
    if (!parent || isFunction(parent)) return parent?.body === node;
    switch (parent.type) {
      case 'AwaitExpression':
      case 'ExpressionStatement':
        break;
      case 'ConditionalExpression':
      case 'IfStatement':
        if (node === parent.test) return false;
        break;
      case 'LogicalExpression':
        if (node === parent.left) return false;
        break;
      case 'ReturnStatement':
        returns = true;
        break;
      case 'BlockStatement': {
        const next = parent.body.find(({ start }) => start >= node.end);
        returns ||= next?.type === 'ReturnStatement' && !next.argument;
        if (next && !returns) return false;
        break;
      }
      default:
        // More may run after a `return` in a `try`.
        if (!returns || parent.type === 'TryStatement') return false;
    }
  }
  return false;
}

/** Returns a function that tells what a call is on the way through a function; absent if it does not matter. */
export function createToStep(subject: RuleSubject): (node: CallExpression) => Step | undefined {
  const { syntax, origins } = subject;
  const effects = readEffects(subject);
  const findInCallback = createFindInCallback(syntax, effects);
  return (node) => {
    const { refuses, changesUser, usesNetwork } = effects.ofCall(node);
    const isDirect = methodOf(origins.originOf(node.callee)) !== undefined;
    // Whoever looks at the result of a function can tell whether it has refused.
    // What nothing waits for is a mistake of its own.
    if (isPromise(node, syntax) && node.parent?.type !== 'AwaitExpression') return undefined;
    const inner = findInCallback(node);
    if (inner) return { kind: 'refusal', node: inner };
    const ends = !isDirect && endsByError(functionOf(node.callee, syntax.names), syntax);
    if (refuses && !ends && (isDirect || isDiscarded(node))) return { kind: 'refusal', node };
    if (changesUser || usesNetwork || refuses) return { kind: 'call', node };
    return isDirect || isConsole(node) ? undefined : { kind: 'fallible', node };
  };
}

/** Whether a function of the file never returns, since it ends in a `throw`. */
function endsByError(target: LocalFunction | undefined, { nodes }: Syntax): boolean {
  if (target?.body?.type !== 'BlockStatement') return false;
  const mayReturn = [...nodesIn(target, nodes)].some(
    (node) => node.type === 'ReturnStatement' && functionAround(node) === target,
  );
  return target.body.body.at(-1)?.type === 'ThrowStatement' && !mayReturn;
}

const isConsole = ({ callee }: CallExpression): boolean =>
  callee.type === 'MemberExpression' &&
  callee.object.type === 'Identifier' &&
  callee.object.name === 'console';
