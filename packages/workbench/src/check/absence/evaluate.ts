import type { CallExpression, Node } from 'oxc-parser';
import {
  constantOf,
  functionOf,
  isFunction,
  keyOf,
  type LocalFunction,
} from '../syntax/local-functions.ts';
import type { Names, Variable } from '../syntax/names.ts';
import { withoutCircles } from '../syntax/without-circles.ts';
import {
  askAbout,
  callString,
  compare,
  convert,
  isNothing,
  readMember,
  searchForNothing,
  type Known,
} from './known.ts';

/** What is taken for granted in the case that a value is absent. */
export interface Assumptions {
  /** What an expression is: the absent value, or what is known for another reason. */
  readonly valueOf: (node: Node) => Known | undefined;
  /** Whether two expressions are certainly not equal. */
  readonly differ?: (left: Node, right: Node) => boolean;
  /** Whether an object certainly lacks a property. */
  readonly lacks?: (object: Node, key: string) => boolean;
}

/** What expressions would be if a value is absent. */
export interface Evaluator {
  /** What an expression would be; absent if only running the code would tell. */
  readonly evaluate: (node: Node) => Known | undefined;
  /** Whether a comparison would be true. */
  readonly compareNodes: (operator: string, left: Node, right: Node) => Known | undefined;
}

/** What is known of the functions of the file. */
export interface Functions {
  readonly names: Names;
  /** What a function would return for what it is given; absent if only running the code would tell. */
  readonly resultOf: (
    target: LocalFunction,
    given: readonly (Known | undefined)[],
  ) => Known | undefined;
  /** What the parameters of the functions that are being evaluated have received. */
  readonly received: ReadonlyMap<Variable, Known>;
}

/** Evaluates expressions for the case that a value is absent. */
export function createEvaluator(
  { valueOf, differ, lacks }: Assumptions,
  { names, resultOf, received }: Functions,
): Evaluator {
  const evaluate = withoutCircles(follow, undefined);
  return { evaluate, compareNodes };

  function follow(node: Node): Known | undefined {
    const assumed = valueOf(node);
    if (assumed) return assumed;
    switch (node.type) {
      case 'Literal':
        return 'regex' in node ? undefined : { value: node.value };
      case 'Identifier':
        return evaluateName(node);
      case 'AwaitExpression':
        return evaluate(node.argument);
      case 'ChainExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
        return evaluate(node.expression);
      case 'UnaryExpression':
        return evaluateUnary(node.operator, evaluate(node.argument));
      case 'BinaryExpression':
        return compareNodes(node.operator, node.left, node.right);
      case 'LogicalExpression':
        return evaluateLogical(node.operator, node.left, node.right);
      case 'ConditionalExpression': {
        const test = evaluate(node.test);
        return test && evaluate(test.value ? node.consequent : node.alternate);
      }
      case 'MemberExpression': {
        const object = evaluate(node.object);
        if (isNothing(object)) return isOptional(node) ? { value: undefined } : undefined;
        const key = node.computed ? evaluate(node.property)?.value : keyOf(node.property, false);
        return object && readMember(object.value, key as string | number | undefined);
      }
      case 'CallExpression':
        return evaluateCall(node);
      case 'ArrayExpression':
        return node.elements.length === 0 ? { value: [] } : undefined;
      case 'ObjectExpression':
        return node.properties.length === 0 ? { value: {} } : undefined;
      default:
        return undefined;
    }
  }

  function compareNodes(operator: string, left: Node, right: Node): Known | undefined {
    if (operator === 'in') return askForKey(right, left);
    if (operator === 'instanceof') {
      const value = evaluate(left);
      return value && compare(operator, value, value);
    }
    const isEquality = /^[!=]==?$/.test(operator);
    if (isEquality && (differ?.(left, right) || differ?.(right, left))) {
      return { value: operator.startsWith('!') };
    }
    const [first, second] = [evaluate(left), evaluate(right)];
    return first && second && compare(operator, first, second);
  }

  /** `'email' in event.user`, and what asks the same. */
  function askForKey(object: Node, key: Node | undefined): Known | undefined {
    const name = key && keyOf(key, true);
    return name !== undefined && lacks?.(object, name) ? { value: false } : undefined;
  }

  function evaluateName(node: Node & { readonly name: string }): Known | undefined {
    const variable = names.variableOf(node);
    if (!variable) return node.name === 'undefined' ? { value: undefined } : undefined;
    const value = constantOf(variable);
    return received.get(variable) ?? (value && !isFunction(value) ? evaluate(value) : undefined);
  }

  function evaluateUnary(operator: string, argument: Known | undefined): Known | undefined {
    if (!argument) return undefined;
    if (operator === '!') return { value: !argument.value };
    if (operator === 'typeof') return { value: typeof argument.value };
    return operator === '-' ? { value: -Number(argument.value) } : undefined;
  }

  function evaluateLogical(operator: string, left: Node, right: Node): Known | undefined {
    const first = evaluate(left);
    if (operator === '??') return isNothing(first) ? evaluate(right) : first;
    const decides = operator === '||';
    if (first && Boolean(first.value) === decides) return first;
    const second = evaluate(right);
    return first || (second && Boolean(second.value) === decides) ? second : undefined;
  }

  function evaluateCall({ callee, arguments: values }: CallExpression): Known | undefined {
    const target = functionOf(callee, names);
    const given = values.map((value) => evaluate(value));
    if (target) return resultOf(target, given);
    if (callee.type === 'Identifier') {
      const [first] = given;
      return first && (askAbout(callee.name, first) ?? convert(callee.name, first.value));
    }
    if (callee.type !== 'MemberExpression') return undefined;
    const object = evaluate(callee.object);
    if (isNothing(object)) return isOptional(callee) ? { value: undefined } : undefined;
    const method = keyOf(callee.property, callee.computed) ?? '';
    if (/^(has|hasOwn)$/.test(method) && values[0]) {
      const asked = askForKey(values[0], values[1]);
      if (asked) return asked;
    }
    if (method === 'hasOwnProperty') return askForKey(callee.object, values[0]);
    const asked = given[0] && askAbout(method, given[0]);
    if (asked || isNothing(given[0])) return asked ?? searchForNothing(method);
    const isOfEntries = /^(entries|keys|values)$/.test(method) && given[0] !== undefined;
    if (isOfEntries) return { value: Object.keys(given[0]?.value as object) };
    if (typeof object?.value === 'string') return callString(object.value, method, given);
    const [callback] = values;
    if (!/^(some|find)$/.test(method) || !isFunction(callback)) return undefined;
    const result = resultOf(callback, []);
    return result && !result.value ? { value: undefined } : undefined;
  }
}

/** Whether a chain ends here if it has come to nothing: reading from nothing throws without `?.`. */
function isOptional(link: Node): boolean {
  if (link.type === 'CallExpression') return link.optional || isOptional(link.callee);
  return link.type === 'MemberExpression' && (link.optional || isOptional(link.object));
}
