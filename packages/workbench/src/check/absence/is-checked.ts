import type { Node, SwitchCase } from 'oxc-parser';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import { isFunction, type LocalFunction } from '../syntax/local-functions.ts';
import type { Names } from '../syntax/names.ts';
import { earlierInList } from './earlier-in-list.ts';
import type { Assumptions } from './evaluate.ts';
import { createIfAbsent, type IfAbsent } from './if-absent.ts';

/**
 * Whether the tests on the way to a node let nothing through if a value is absent, however indirectly they ask: by
 * what was derived from it, by a function of the file, by a return before the node, or in a function that comes before in a list of checks.
 */
export function isChecked(node: Node, names: Names, assumptions: Assumptions): boolean {
  const ifAbsent = createIfAbsent(names, assumptions);
  for (const at of ancestorsOf(node)) {
    if (isFunction(at) && earlierInList(at, names).some((other) => asks(other, ifAbsent)))
      return true;
    // A function that is declared may be called from anywhere.
    if (at.type === 'FunctionDeclaration') return false;
    if (at.parent && isUnreachable(at, at.parent, ifAbsent)) return true;
  }
  return false;
}

/** Whether what a function returns, or how far it gets, shows that it asks whether there is a value. */
function asks({ body }: LocalFunction, { evaluate, stops }: IfAbsent): boolean {
  if (body?.type !== 'BlockStatement') {
    const result = body && !/^(Chain|Member)Expression$/.test(body.type) && evaluate(body);
    return result !== undefined && result !== false && result !== null;
  }
  return body.body.some((statement) => statement.type === 'IfStatement' && stops(statement));
}

/** Whether a child of a node would not be evaluated. */
function isUnreachable(at: Node, parent: Node, ifAbsent: IfAbsent): boolean {
  const { evaluate, stops } = ifAbsent;
  switch (parent.type) {
    case 'ConditionalExpression':
    case 'IfStatement': {
      const test = at === parent.test ? undefined : evaluate(parent.test);
      return test !== undefined && Boolean(test.value) !== (at === parent.consequent);
    }
    case 'LogicalExpression': {
      const left =
        at === parent.right && parent.operator !== '??' ? evaluate(parent.left) : undefined;
      return left !== undefined && Boolean(left.value) === (parent.operator === '||');
    }
    case 'ForStatement':
    case 'WhileStatement': {
      const test = at === parent.body && parent.test ? evaluate(parent.test) : undefined;
      return test !== undefined && !test.value;
    }
    case 'BlockStatement':
    case 'Program':
      return before(parent.body, at).some(stops);
    // What the one statement of a block needs is what its `catch` is for.
    case 'TryStatement':
      return at === parent.block && parent.handler !== null && parent.block.body.length === 1;
    case 'SwitchCase':
      return before(parent.consequent, at).some(stops) || isOtherCase(parent, ifAbsent);
    default:
      return false;
  }
}

const before = (statements: readonly Node[], at: Node): readonly Node[] =>
  statements.slice(0, statements.indexOf(at));

/** Whether neither a case nor one that falls through to it would be the one. */
function isOtherCase(own: SwitchCase, { compareNodes }: IfAbsent): boolean {
  const { parent } = own as Node;
  if (parent?.type !== 'SwitchStatement') return false;
  const until = parent.cases.slice(0, parent.cases.indexOf(own) + 1);
  const first = until.findLastIndex((each) => each !== own && each.consequent.length > 0) + 1;
  return until
    .slice(first)
    .every(({ test }) => test && compareNodes('===', parent.discriminant, test)?.value === false);
}
