import type { Node } from 'oxc-parser';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import { functionOf, isFunction, keyOf, type LocalFunction } from '../syntax/local-functions.ts';
import type { Syntax } from '../syntax/read-syntax.ts';
import { withoutCircles } from '../syntax/without-circles.ts';

/** Whether an error that is thrown at a node certainly ends the handler: nothing on its way catches it. */
export const reachesHandler: (node: Node, syntax: Syntax) => boolean = withoutCircles(
  followError,
  false,
);

function followError(node: Node, syntax: Syntax): boolean {
  const { handler } = syntax;
  for (const at of ancestorsOf(node)) {
    const { parent } = at;
    if (parent?.type === 'TryStatement' && parent.block === at && parent.handler) return false;
    // `lookup().catch(…)`
    const isChained = parent?.type === 'MemberExpression' && parent.object === at;
    if (isChained && keyOf(parent.property, parent.computed) === 'catch') return false;
    if (!isFunction(at)) continue;
    if (handler.type === 'function' && at === handler.node) return true;
    if (parent?.type === 'CallExpression' && parent.callee !== at) {
      return isCalledAtOnce(parent.callee) && reachesHandler(parent, syntax);
    }
    return callsOf(at, syntax).some((call) => reachesHandler(call, syntax));
  }
  return false;
}

/** Whether a method calls what it is given before it returns. */
const isCalledAtOnce = (callee: Node): boolean =>
  callee.type === 'MemberExpression' &&
  /^(every|filter|find|flatMap|forEach|map|reduce|some)$/.test(
    keyOf(callee.property, callee.computed) ?? '',
  );

const callsOf = (target: LocalFunction, { nodes, names }: Syntax): readonly Node[] =>
  nodes.filter(
    (node) => node.type === 'CallExpression' && functionOf(node.callee, names) === target,
  );
