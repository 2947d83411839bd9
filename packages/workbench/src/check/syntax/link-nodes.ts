import type { Node, Program } from 'oxc-parser';

/** Sets the parent of each node, and returns all nodes in the order of their starts, outer ones first. */
export function linkNodes(program: Program): readonly Node[] {
  const nodes: Node[] = [];
  const visit = (node: Node, parent: Node | undefined): void => {
    if (parent) node.parent = parent;
    nodes.push(node);
    for (const [key, child] of Object.entries(node) as [string, unknown][]) {
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

/** The node and everything around it, from the inside out. */
export function* ancestorsOf(node: Node): Generator<Node> {
  for (let at: Node | null | undefined = node; at; at = at.parent) yield at;
}
