import type { Node } from 'oxc-parser';
import { ancestorsOf, nodesIn } from '../syntax/link-nodes.ts';
import { functionOf, isFunction } from '../syntax/local-functions.ts';
import type { Syntax } from '../syntax/read-syntax.ts';

/**
 * Recognizes the tests by which an author keeps code from running after a refusal: of a variable that is set beside
 * it, and of the condition under which it refuses, or its opposite.
 */
export function createGuards(refusal: Node, syntax: Syntax): (test: Node) => boolean {
  const flags = new Set<string>(
    calledBy(refusal, syntax).flatMap((node) => assignedIn(node, syntax)),
  );
  const conditions = new Set<string>();
  let isBeside = true;
  for (const node of ancestorsOf(refusal)) {
    if (isFunction(node)) break;
    const { parent } = node;
    if (isBeside) for (const name of assignedIn(node, syntax)) flags.add(name);
    if (parent?.type === 'IfStatement' && parent.test !== node) conditions.add(toCore(parent.test));
    if (parent?.type === 'LogicalExpression' && parent.right === node)
      conditions.add(toCore(parent.left));
    if (parent?.type === 'ConditionalExpression' && parent.test !== node) {
      conditions.add(toCore(parent.test));
    }
    // What is set around a test is no longer beside the refusal.
    if (parent?.type === 'IfStatement') isBeside = false;
  }
  return (test) =>
    conditions.has(toCore(test)) ||
    [...flags].some((name) =>
      new RegExp(`(^|[^.\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(syntax.textOf(test)),
    );

  /** A test without what turns it into its opposite. */
  function toCore(test: Node): string {
    if (test.type === 'UnaryExpression' && test.operator === '!') return toCore(test.argument);
    return syntax
      .textOf(test)
      .replaceAll(/\s+/g, '')
      .replaceAll('!==', '===')
      .replaceAll('!=', '==');
  }
}

/** Whether a function of the file that a call calls asks a guard itself. */
export const isGuarded = (call: Node, isGuard: (test: Node) => boolean, syntax: Syntax): boolean =>
  calledBy(call, syntax).some((node) => node.type === 'IfStatement' && isGuard(node.test));

/** What the function of the file that a call calls consists of. */
function calledBy(call: Node, { names, nodes }: Syntax): readonly Node[] {
  const target = call.type === 'CallExpression' ? functionOf(call.callee, names) : undefined;
  return target ? [...nodesIn(target, nodes)] : [];
}

/** The variables that the statements of a block set. */
function assignedIn(block: Node, { textOf }: Syntax): readonly string[] {
  if (block.type !== 'BlockStatement') return [];
  return block.body.flatMap((statement) => {
    if (statement.type === 'VariableDeclaration') return [];
    if (statement.type !== 'ExpressionStatement') return [];
    const { expression } = statement;
    if (expression.type === 'AssignmentExpression') return [textOf(expression.left)];
    if (expression.type === 'UpdateExpression') return [textOf(expression.argument)];
    // `errors.push('…')`
    const isPush =
      expression.type === 'CallExpression' && expression.callee.type === 'MemberExpression';
    return isPush &&
      expression.callee.type === 'MemberExpression' &&
      expression.callee.object.type === 'Identifier'
      ? [textOf(expression.callee.object)]
      : [];
  });
}
