import type { CallExpression, Node } from 'oxc-parser';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import {
  functionAround,
  functionOf,
  isFunction,
  keyOf,
  type LocalFunction,
} from '../syntax/local-functions.ts';
import type { Syntax } from '../syntax/read-syntax.ts';

const known = new WeakMap<Syntax, ReadonlySet<LocalFunction>>();

/** Whether an error that is thrown at a node certainly ends the handler: nothing on its way catches it. */
export function reachesHandler(node: Node, syntax: Syntax): boolean {
  const around = functionAround(node);
  if (!around || isCaught(node)) return false;
  const escaping = known.get(syntax) ?? findEscaping(syntax);
  known.set(syntax, escaping);
  return escaping.has(around);
}

/** The functions whose errors end the handler: itself, and those that one of these calls without catching them. */
function findEscaping({ handler, names, nodes }: Syntax): ReadonlySet<LocalFunction> {
  const calls = new Map<LocalFunction | undefined, CallExpression[]>();
  for (const node of nodes) {
    if (node.type !== 'CallExpression') continue;
    const around = functionAround(node);
    const others = calls.get(around);
    if (others) others.push(node);
    else calls.set(around, [node]);
  }
  const escaping = new Set<LocalFunction>();
  const queue: LocalFunction[] = handler.type === 'function' ? [handler.node] : [];
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (escaping.has(next)) continue;
    escaping.add(next);
    for (const call of calls.get(next) ?? []) {
      if (!isCaught(call)) queue.push(...calledBy(call));
    }
  }
  return escaping;

  /** The function that is called, and those that a method of a list calls before it returns. */
  function calledBy({ callee, arguments: values }: CallExpression): readonly LocalFunction[] {
    const target = functionOf(callee, names);
    const callbacks = callsAtOnce(callee) ? values.filter(isFunction) : [];
    return target ? [target, ...callbacks] : callbacks;
  }
}

/** Whether the function around a node catches what it throws, in a `try` or by `lookup().catch(…)`. */
function isCaught(node: Node): boolean {
  for (const at of ancestorsOf(node)) {
    if (isFunction(at)) return false;
    const { parent } = at;
    if (parent?.type === 'TryStatement' && parent.block === at && parent.handler) return true;
    const isChained = parent?.type === 'MemberExpression' && parent.object === at;
    if (isChained && keyOf(parent.property, parent.computed) === 'catch') return true;
  }
  return false;
}

const callsAtOnce = (callee: Node): boolean =>
  callee.type === 'MemberExpression' &&
  /^(every|filter|find|flatMap|forEach|map|reduce|some)$/.test(
    keyOf(callee.property, callee.computed) ?? '',
  );
