import type { Node } from 'oxc-parser';

/**
 * A function that follows names from node to node, and returns `otherwise` where it would come back to a node that it
 * is following already: names can refer to one another in a circle, as in `var list = list || []`.
 */
export function withoutCircles<Rest extends readonly unknown[], Result>(
  follow: (node: Node, ...rest: Rest) => Result,
  otherwise: Result,
): (node: Node, ...rest: Rest) => Result {
  const pending = new Set<Node>();
  return (node, ...rest) => {
    if (pending.has(node)) return otherwise;
    pending.add(node);
    try {
      return follow(node, ...rest);
    } finally {
      pending.delete(node);
    }
  };
}
