import type {
  CallExpression,
  ConditionalExpression,
  Expression,
  IfStatement,
  LogicalExpression,
  Node,
  UnaryExpression,
  VariableDeclarator,
} from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { isPromise, returnsPromise, toCallName } from '../promises/is-promise.ts';
import { laterModuleOf } from '../promises/requests.ts';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import {
  callbacksOf,
  constantOf,
  isFunction,
  keyOf,
  type LocalFunction,
} from '../syntax/local-functions.ts';
import type { Rule } from './rule.ts';
import { readEffects } from './effects.ts';

/** Finds work that nothing waits for: promises that a statement leaves or a condition asks, and callbacks that use the api. */
export const notAwaited: Rule = (subject, report) => {
  const { syntax } = subject;
  const { names } = syntax;
  const effects = readEffects(subject);
  return {
    // A promise is always true.
    IfStatement: ({ test }: IfStatement) => checkTest(test),
    ConditionalExpression: ({ test }: ConditionalExpression) => checkTest(test),
    LogicalExpression({ operator, left }: LogicalExpression) {
      if (operator !== '??') checkTest(left);
    },
    UnaryExpression({ operator, argument }: UnaryExpression) {
      if (operator === '!') checkTest(argument);
    },
    CallExpression(call: CallExpression) {
      // `words.some(async …)` is true for the first word, whatever is done with it.
      if (!subject.origins.isReachable(call) || !asksCallback(call)) return;
      report(call, toSentence('not-awaited', toCallName(call, syntax), 'callbacks'));
    },
    VariableDeclarator({ id, init }: VariableDeclarator) {
      if (init?.type === 'AwaitExpression') checkAwaited(init.argument);
      const isUnused = id.type === 'Identifier' && names.variableOf(id)?.references.length === 1;
      if (!isUnused || init?.type !== 'CallExpression' || !isPromise(init, syntax)) return;
      if (!subject.origins.isReachable(init)) return;
      report(init, toSentence('not-awaited', toCallName(init, syntax)));
    },
    ExpressionStatement({ expression }: Node & { expression: Expression }) {
      // Work of the module itself, and callbacks that settle a promise of the author's.
      if (!subject.origins.isReachable(expression) || isInExecutor(expression)) return;
      for (const value of valuesOf(expression)) {
        if (value.type === 'AwaitExpression') checkAwaited(value.argument);
        if (value.type === 'NewExpression' && isPromise(value, syntax)) {
          report(value, toSentence('not-awaited', 'new Promise(…)'));
        }
        if (value.type !== 'CallExpression') continue;
        const kind = isPromise(value, syntax) ? 'promise' : lateKind(value);
        if (kind) report(value, toSentence('not-awaited', toCallName(value, syntax), kind));
      }
    },
  };

  /** What `await` does not wait for: a timer, or a method of a list that calls an async function. */
  function checkAwaited(value: Node): void {
    if (value.type !== 'CallExpression' || !subject.origins.isReachable(value)) return;
    const kind = isPromise(value, syntax) ? undefined : lateKind(value);
    const { callee } = value;
    const isTimer = callee.type === 'Identifier' && !names.variableOf(callee);
    if (kind === 'callbacks' || (kind === 'callback' && isTimer))
      report(value, toSentence('not-awaited', toCallName(value, syntax), kind));
  }

  function checkTest(test: Node): void {
    if (test.type === 'LogicalExpression') return [test.left, test.right].forEach(checkTest);
    const value = test.type === 'Identifier' ? constantOf(names.variableOf(test)) : test;
    if (value?.type !== 'CallExpression' || !subject.origins.isReachable(test)) return;
    if (isPromise(value, syntax))
      report(value, toSentence('not-awaited', toCallName(value, syntax), 'condition'));
  }

  /** Whether a call hands a callback that uses the api to something that calls it later. */
  function lateKind(call: CallExpression): 'callback' | 'callbacks' | undefined {
    const { callee } = call;
    const callbacks = callbacksOf(call, names);
    const usesApi = callbacks.some((callback) => {
      const { refuses, changesUser } = effects.ofFunction(callback);
      return refuses === true || changesUser === true;
    });
    if (callee.type === 'Identifier') {
      const isTimer = /^(setTimeout|setInterval|setImmediate|queueMicrotask)$/.test(callee.name);
      const isLate = names.variableOf(callee)
        ? laterModuleOf(callee, names) !== undefined && callbacks.some(takesError)
        : isTimer;
      return usesApi && isLate ? 'callback' : undefined;
    }
    if (callee.type !== 'MemberExpression') return undefined;
    if (syntax.textOf(callee) === 'process.nextTick') return usesApi ? 'callback' : undefined;
    const name = keyOf(callee.property, callee.computed) ?? '';
    if (/^(each|forEach|map)$/.test(name) && callbacks.some(isAsync)) return 'callbacks';
    if (/^(forEach|map)$/.test(name)) return undefined;
    return usesApi && laterModuleOf(callee, names) !== undefined ? 'callback' : undefined;
  }

  /** Whether a method of a list asks an async function, whose promise counts as true. */
  function asksCallback(call: CallExpression): boolean {
    const { callee, parent } = call;
    if (callee.type !== 'MemberExpression' || parent?.type === 'AwaitExpression') return false;
    const name = keyOf(callee.property, callee.computed) ?? '';
    return (
      /^(every|filter|find|findIndex|some)$/.test(name) && callbacksOf(call, names).some(isAsync)
    );
  }

  function isAsync(callback: LocalFunction): boolean {
    return returnsPromise(callback, syntax);
  }
};

/** Whether a callback is told of an error, as is usual for those that are called later: `(error, result) => …`. */
const takesError = ({ params: [first] }: LocalFunction): boolean =>
  first?.type === 'Identifier' && /^_*e(rr(or)?)?$/i.test(first.name);

/** The values that an expression leaves unused: `ready && start()` leaves what `start` returns. */
function valuesOf(expression: Expression): readonly Expression[] {
  switch (expression.type) {
    case 'ChainExpression':
      return valuesOf(expression.expression);
    case 'LogicalExpression':
      return valuesOf(expression.right);
    case 'ConditionalExpression':
      return [...valuesOf(expression.consequent), ...valuesOf(expression.alternate)];
    case 'SequenceExpression':
      return expression.expressions.flatMap(valuesOf);
    default:
      return [expression];
  }
}

/** Whether a node is in the function that `new Promise(…)` calls, however a compiler has written it. */
const isInExecutor = (node: Node): boolean =>
  [...ancestorsOf(node)].some(
    (around) =>
      isFunction(around) &&
      around.parent?.type === 'NewExpression' &&
      around.parent.arguments[0] === around,
  );
