import type { Node } from 'oxc-parser';
import { functionOf, type LocalFunction } from '../syntax/local-functions.ts';
import type { Names, Variable } from '../syntax/names.ts';
import { withoutCircles } from '../syntax/without-circles.ts';
import { createEvaluator, type Assumptions, type Evaluator } from './evaluate.ts';
import type { Known } from './known.ts';

/** Where a statement leads: on to the next one, out of the block, or only running the code would tell. */
type Way = 'next' | 'out' | 'throw' | 'unclear' | { readonly returns: Known | undefined };

const leaves = (way: Way): boolean => way !== 'next' && way !== 'unclear';

/** What code does if a value is absent. */
export interface IfAbsent extends Evaluator {
  /** Whether a statement would certainly keep the next one from running. */
  readonly stops: (statement: Node) => boolean;
}

/** Evaluates code for the case that a value is absent. */
export function createIfAbsent(names: Names, assumptions: Assumptions): IfAbsent {
  const received = new Map<Variable, Known>();
  const evaluator = createEvaluator(assumptions, { names, resultOf, received });
  const { evaluate } = evaluator;
  const run = withoutCircles(followStatement, 'unclear');
  return { ...evaluator, stops: (statement) => leaves(run(statement)) };

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
