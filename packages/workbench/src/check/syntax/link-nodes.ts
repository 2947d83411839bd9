import type { Node, Program, VisitorObject } from 'oxc-parser';
import { oncePer } from './once-per.ts';

/** Sets the parent of each node, and returns all nodes in the order of their starts, outer ones first. */
export const linkNodes: (program: Program) => readonly Node[] = oncePer(findNodes);

/** Calls the function that `visitors` has for a node's type, for each node. */
export function walk(program: Program, visitors: VisitorObject): void {
  for (const node of linkNodes(program)) {
    const visit = visitors[node.type as keyof VisitorObject] as ((node: Node) => void) | undefined;
    visit?.(node);
  }
}

function findNodes(program: Program): readonly Node[] {
  const nodes: Node[] = [];
  const visit = (node: Node, parent: Node | undefined): void => {
    if (parent) node.parent = parent;
    nodes.push(node);
    for (const key of Object.keys(node)) {
      const child: unknown = node[key as keyof Node];
      if (key === 'parent' || typeof child !== 'object' || child === null) continue;
      if (!Array.isArray(child)) {
        if (isNode(child)) visit(child, node);
      } else for (const item of child) if (isNode(item)) visit(item, node);
    }
  };
  visit(program, undefined);
  return nodes.toSorted((first, second) => first.start - second.start || second.end - first.end);
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { type?: unknown }).type === 'string' &&
  typeof (value as { start?: unknown }).start === 'number';

/** A node and everything in it. `nodes` are all nodes in the order of their starts. */
export function* nodesIn(outer: Node, nodes: readonly Node[]): Generator<Node> {
  for (let index = firstFrom(outer.start, nodes); index < nodes.length; index += 1) {
    const node = nodes[index];
    if (!node || node.start >= outer.end) return;
    if (node.end <= outer.end) yield node;
  }
}

/** The nodes that start at an offset, from the outside in. */
export function nodesAt(offset: number, nodes: readonly Node[]): readonly Node[] {
  return nodes.slice(firstFrom(offset, nodes), firstFrom(offset + 1, nodes));
}

/** The index of the first node that starts at an offset or after it. */
function firstFrom(offset: number, nodes: readonly Node[]): number {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((nodes[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The node and everything around it, from the inside out. */
export function* ancestorsOf(node: Node): Generator<Node> {
  for (let at: Node | null | undefined = node; at; at = at.parent) yield at;
}
