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
  callString,
  compare,
  convert,
  isNothing,
  readMember,
  searchForNothing,
  type Known,
} from './known.ts';

/** Where a statement leads: on to the next one, out of the block, or only running the code would tell. */
type Way = 'next' | 'out' | 'throw' | 'unclear' | { readonly returns: Known | undefined };

/** Whether a chain ends here if it has come to nothing: reading from nothing throws without `?.`. */
function isOptional(link: Node): boolean {
  if (link.type === 'CallExpression') return link.optional || isOptional(link.callee);
  return link.type === 'MemberExpression' && (link.optional || isOptional(link.object));
}

const leaves = (way: Way): boolean => way !== 'next' && way !== 'unclear';

/** What is taken for granted in the case that a value is absent. */
export interface Assumptions {
  /** What an expression is: the absent value, or what is known for another reason. */
  readonly valueOf: (node: Node) => Known | undefined;
  /** Whether two expressions are certainly not equal. */
  readonly differ?: (left: Node, right: Node) => boolean;
}

/** What code does if a value is absent. */
export interface IfAbsent {
  /** What an expression would be; absent if only running the code would tell. */
  readonly evaluate: (node: Node) => Known | undefined;
  /** Whether a comparison would be true. */
  readonly compareNodes: (operator: string, left: Node, right: Node) => Known | undefined;
  /** Whether a statement would certainly keep the next one from running. */
  readonly stops: (statement: Node) => boolean;
}

/** Evaluates code for the case that a value is absent. */
export function createIfAbsent(names: Names, { valueOf, differ }: Assumptions): IfAbsent {
  const evaluate = withoutCircles(follow, undefined);
  const run = withoutCircles(followStatement, 'unclear');
  /** What the parameters of the functions that are being evaluated have received. */
  const received = new Map<Variable, Known>();
  return {
    evaluate,
    compareNodes,
    stops: (statement) => leaves(run(statement)),
  };

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
      default:
        return undefined;
    }
  }

  function compareNodes(operator: string, left: Node, right: Node): Known | undefined {
    const isEquality = /^[!=]==?$/.test(operator);
    if (isEquality && (differ?.(left, right) || differ?.(right, left))) {
      return { value: operator.startsWith('!') };
    }
    const [first, second] = [evaluate(left), evaluate(right)];
    return first && second && compare(operator, first, second);
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
      return given[0] && convert(callee.name, given[0].value);
    }
    if (callee.type !== 'MemberExpression') return undefined;
    const object = evaluate(callee.object);
    if (isNothing(object)) return isOptional(callee) ? { value: undefined } : undefined;
    const method = keyOf(callee.property, callee.computed) ?? '';
    if (isNothing(given[0])) return searchForNothing(method);
    if (typeof object?.value === 'string') return callString(object.value, method, given);
    const [callback] = values;
    if (!/^(some|find)$/.test(method) || !isFunction(callback)) return undefined;
    const result = resultOf(callback, []);
    return result && !result.value ? { value: undefined } : undefined;
  }

  function resultOf(
    target: LocalFunction,
    given: readonly (Known | undefined)[],
  ): Known | undefined {
    const { body } = target;
    if (!body) return undefined;
    const bound = target.params.flatMap((parameter, index) => {
      const variable = names.variableOf(parameter);
      const value = given[index];
      return variable && value ? [[variable, value] as const] : [];
    });
    for (const [variable, value] of bound) received.set(variable, value);
    const way = body.type === 'BlockStatement' ? run(body) : { returns: evaluate(body) };
    for (const [variable] of bound) received.delete(variable);
    if (typeof way === 'object') return way.returns;
    return way === 'next' ? { value: undefined } : undefined;
  }

  function followStatement(statement: Node): Way {
    switch (statement.type) {
      case 'ReturnStatement':
        return {
          returns: statement.argument ? evaluate(statement.argument) : { value: undefined },
        };
      case 'ThrowStatement':
        return 'throw';
      case 'BreakStatement':
      case 'ContinueStatement':
        return 'out';
      case 'BlockStatement':
        return statement.body.map(run).find((way) => way !== 'next') ?? 'next';
      case 'IfStatement': {
        const { consequent, alternate } = statement;
        const test = evaluate(statement.test);
        const first = run(consequent);
        const second = alternate ? run(alternate) : 'next';
        if (test) return test.value ? first : second;
        if (first === second) return first;
        return leaves(first) && leaves(second) ? 'out' : 'unclear';
      }
      case 'ExpressionStatement':
        return throwsFor(statement.expression) ? 'throw' : 'next';
      case 'FunctionDeclaration':
      case 'VariableDeclaration':
        return 'next';
      default:
        return 'unclear';
    }
  }

  /** `requireEmail(event.user)`, which throws if there is none, or `assert(event.user.email)`. */
  function throwsFor(expression: Node): boolean {
    const call = expression.type === 'AwaitExpression' ? expression.argument : expression;
    if (call.type !== 'CallExpression') return false;
    const target = functionOf(call.callee, names);
    if (target) return target.body?.type === 'BlockStatement' && run(target.body) === 'throw';
    const root = call.callee.type === 'MemberExpression' ? call.callee.object : call.callee;
    const [condition] = call.arguments;
    const first = condition && evaluate(condition);
    return (
      root.type === 'Identifier' && root.name === 'assert' && first !== undefined && !first.value
    );
  }
}
