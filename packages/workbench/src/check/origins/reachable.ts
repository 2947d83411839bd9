import type { Node } from 'oxc-parser';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import {
  constantOf,
  constructorOf,
  functionOf,
  isFunction,
  type LocalFunction,
} from '../syntax/local-functions.ts';
import type { Syntax } from '../syntax/read-syntax.ts';
import type { Bindings } from './bind-parameters.ts';

/**
 * The functions of the file that run for a signup: the handler, those that receive the event or the api, and those
 * that these call. The others may be libraries that a bundler has put into the file.
 */
export function findReachable(
  { handler, names, nodes }: Syntax,
  bindings: Bindings,
  called: readonly LocalFunction[],
): (node: Node) => boolean {
  /** The functions that each function calls, or hands to others by their names. */
  const uses = new Map<LocalFunction, LocalFunction[]>();
  for (const node of nodes) {
    const target = functionAt(node);
    const around = target && [...ancestorsOf(node)].find(isFunction);
    if (target && around) uses.set(around, [...(uses.get(around) ?? []), target]);
  }
  const reachable = new Set<LocalFunction>();
  const queue: LocalFunction[] = [...bindings.keys()].flatMap(({ parent }) =>
    isFunction(parent) ? [parent] : [],
  );
  if (handler.type === 'function') queue.push(handler.node);
  queue.push(...called);
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (reachable.has(next)) continue;
    reachable.add(next);
    queue.push(...methodsBeside(next));
    for (const [around, targets] of uses) {
      const isInside = around.start >= next.start && around.end <= next.end;
      if (isInside) queue.push(...targets);
    }
  }
  return (node) =>
    [...ancestorsOf(node)].some((around) => isFunction(around) && reachable.has(around));

  function functionAt(node: Node): LocalFunction | undefined {
    if (node.type === 'Identifier') {
      const value = constantOf(names.variableOf(node));
      return isFunction(value) ? value : undefined;
    }
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined;
    return functionOf(node.callee, names) ?? constructorOf(node.callee, names);
  }
}

/** The other methods of the class that a function is a method of. */
function methodsBeside({ parent }: LocalFunction): readonly LocalFunction[] {
  if (parent?.type !== 'MethodDefinition' || parent.parent?.type !== 'ClassBody') return [];
  return parent.parent.body.flatMap((member) =>
    member.type === 'MethodDefinition' && isFunction(member.value) ? [member.value] : [],
  );
}
