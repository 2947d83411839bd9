import type { Node } from 'oxc-parser';
import type { Origins } from '../origins/read-origins.ts';
import { isOfEvent } from '../origins/origin.ts';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import { functionOf, isFunction, type LocalFunction } from '../syntax/local-functions.ts';
import type { Syntax } from '../syntax/read-syntax.ts';
import type { Edit } from './edits.ts';

/**
 * An expression put before a function is created or called, for the compiler to say whether it may be absent there.
 * Inside the function the compiler has forgotten what was checked outside, but the event is read-only: what was
 * checked stays checked.
 */
export interface Probe {
  readonly edit: Edit;
  readonly target: LocalFunction;
  /** The expression as written, such as `event.user.email`. */
  readonly path: string;
}

/** The probes for all functions, and the edits that close what they open. */
export interface Probes {
  readonly probes: readonly Probe[];
  readonly closing: readonly Edit[];
}

/** Plans a probe for each part of the event that a function reads from around it. */
export function planProbes(syntax: Syntax, origins: Origins): Probes {
  const { handler, names, nodes } = syntax;
  const probes: Probe[] = [];
  const closing: Edit[] = [];
  for (const [target, paths] of findInherited()) {
    for (const place of placesOf(target)) {
      // Without `void`, a line before it without a semicolon would call it.
      let opening = place.parent?.type === 'ExpressionStatement' ? 'void (' : '(';
      for (const path of paths) {
        const edit: Edit = [place.start, place.start, `${opening}${path}.valueOf(), `];
        probes.push({ edit, target, path });
        opening = '';
      }
      closing.push([place.end, place.end, ')']);
    }
  }
  return { probes, closing };

  /** The parts of the event that each function reads members of, and that come from outside of it. */
  function findInherited(): ReadonlyMap<LocalFunction, ReadonlySet<string>> {
    const inherited = new Map<LocalFunction, Set<string>>();
    for (const node of nodes) {
      if (node.type !== 'MemberExpression' || node.optional || !isPlainPath(node.object)) continue;
      const origin = origins.originOf(node.object);
      const root = isOfEvent(origin) && origin.length > 1 && names.variableOf(rootOf(node.object));
      const definition = root && (root.defs[0]?.name as Node | undefined);
      if (!definition) continue;
      for (const around of ancestorsOf(node)) {
        if (isIn(around, definition)) break;
        if (!isFunction(around) || (handler.type === 'function' && around === handler.node))
          continue;
        const paths = inherited.get(around) ?? new Set();
        inherited.set(around, paths.add(syntax.textOf(node.object)));
      }
    }
    return inherited;
  }

  /** Where a function inherits what was checked: its calls, or where it is created if others call it. */
  function placesOf(target: LocalFunction): readonly Node[] {
    const calls = nodes.filter(
      (node) => node.type === 'CallExpression' && functionOf(node.callee, names) === target,
    );
    if (calls.length > 0) return calls;
    const isArgument = target.parent?.type === 'CallExpression';
    return isArgument ? [target] : [];
  }
}

const isIn = (outer: Node, { start, end }: Node): boolean =>
  start >= outer.start && end <= outer.end;

const isPlainPath = (node: Node): boolean =>
  node.type === 'Identifier' ||
  (node.type === 'MemberExpression' && !node.computed && isPlainPath(node.object));

const rootOf = (node: Node): Node =>
  node.type === 'MemberExpression' ? rootOf(node.object) : node;

/** Whether what a function reads at a node was checked wherever the function inherits from. */
export function isProven(
  node: Node,
  path: string,
  probes: readonly Probe[],
  failed: ReadonlySet<Probe>,
): boolean {
  return [...ancestorsOf(node)].some((around) => {
    const own = probes.filter((probe) => probe.target === around && probe.path === path);
    return own.length > 0 && own.every((probe) => !failed.has(probe));
  });
}
