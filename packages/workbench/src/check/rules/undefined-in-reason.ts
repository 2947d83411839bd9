import type { CallExpression, Expression, Node } from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { isOfEvent, isRefusal, methodOf } from '../origins/origin.ts';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import { constantOf, functionAround, hasDefault, isFunction } from '../syntax/local-functions.ts';
import type { Rule } from './rule.ts';

/** Finds a part of the event that is put into a string under the very condition that it is absent. */
export const undefinedInReason: Rule = ({ syntax, origins }, report) => {
  const { textOf } = syntax;
  return {
    CallExpression(call: CallExpression) {
      if (!isRefusal(methodOf(origins.originOf(call.callee)))) return;
      const absent = new Set(absentAt(call));
      const found = call.arguments
        .map(followName)
        .flatMap(partsOf)
        .find((part) => absent.has(textOf(part)));
      if (!found) return;
      report(call, toSentence('undefined-in-reason', textOf(call.callee), textOf(found)));
    },
  };

  /** `const reason = `…`` under the same test is the string itself. */
  function followName(argument: Node): Node {
    if (argument.type !== 'Identifier') return argument;
    const value = constantOf(syntax.names.variableOf(argument));
    const isInside =
      value && absentAt(value).length > 0 && functionAround(value) === functionAround(argument);
    return isInside ? value : argument;
  }

  /** The parts of the event that the tests around a call say may be absent. */
  function absentAt(call: Node): readonly string[] {
    const absent: string[] = [];
    for (const node of ancestorsOf(call)) {
      if (isFunction(node)) break;
      const { parent } = node;
      if (parent?.type !== 'IfStatement' && parent?.type !== 'ConditionalExpression') continue;
      if (parent.consequent === node) absent.push(...absentIf(parent.test));
      const isElse = parent.alternate === node && isPart(parent.test);
      if (isElse) absent.push(textOf(parent.test));
    }
    return absent;
  }

  /** What may be absent if a test is true: `!email`, `email === undefined`, or one of these among others. */
  function absentIf(test: Expression): readonly string[] {
    if (test.type === 'LogicalExpression') return [test.left, test.right].flatMap(absentIf);
    if (test.type === 'UnaryExpression' && test.operator === '!') {
      return isPart(test.argument) ? [textOf(test.argument)] : [];
    }
    const isNothing =
      test.type === 'BinaryExpression' &&
      /^===?$/.test(test.operator) &&
      /^(undefined|null)$/.test(textOf(test.right));
    return isNothing && isPart(test.left) ? [textOf(test.left)] : [];
  }

  function isPart(node: Node): boolean {
    const origin = origins.originOf(node);
    const isReplaced = node.type === 'Identifier' && hasDefault(syntax.names.variableOf(node));
    return isOfEvent(origin) && origin.length > 1 && !isReplaced;
  }
};

/** The values that are put into a string. */
function partsOf(node: Node): readonly Node[] {
  if (node.type === 'TemplateLiteral') return node.expressions;
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return [];
  return [node.left, node.right].flatMap((side) => [side, ...partsOf(side)]);
}
