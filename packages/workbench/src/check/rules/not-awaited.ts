import type {
  CallExpression,
  ConditionalExpression,
  Expression,
  IfStatement,
  LogicalExpression,
  Node,
  UnaryExpression,
} from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import {
  constantOf,
  functionOf,
  isFunction,
  keyOf,
  type LocalFunction,
} from '../syntax/local-functions.ts';
import { withoutCircles } from '../syntax/without-circles.ts';
import type { Rule, RuleSubject } from './rule.ts';
import { isRequest, moduleOf, readEffects } from './effects.ts';

/** Finds work that a statement starts and that nothing waits for: promises, and callbacks that use the api. */
export const notAwaited: Rule = (subject, report) => {
  const { names, textOf } = subject.syntax;
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
    ExpressionStatement({ expression }: Node & { expression: Expression }) {
      // Work of the module itself, and callbacks that settle a promise of the author's.
      if (!subject.origins.isReachable(expression) || isInExecutor(expression)) return;
      for (const value of valuesOf(expression)) {
        if (value.type !== 'CallExpression') continue;
        const kind = isPromise(value, subject) ? 'promise' : lateKind(value);
        if (kind) report(value, toSentence('not-awaited', toName(value), kind));
      }
    },
  };

  function checkTest(test: Node): void {
    const value = test.type === 'Identifier' ? constantOf(names.variableOf(test)) : test;
    if (value?.type !== 'CallExpression' || !subject.origins.isReachable(test)) return;
    // `words.some(async …)` is true for the first word.
    if (lateKind(value) === 'callbacks')
      report(value, toSentence('not-awaited', toName(value), 'callbacks'));
    if (isPromise(value, subject)) report(value, toSentence('not-awaited', toName(value)));
  }

  /** Whether a call hands a callback that uses the api to something that calls it later. */
  function lateKind({
    callee,
    arguments: values,
  }: CallExpression): 'callback' | 'callbacks' | undefined {
    const callbacks = values.filter(isFunction);
    const usesApi = callbacks.some((callback) => {
      const { refuses, changesUser } = effects.ofFunction(callback);
      return refuses === true || changesUser === true;
    });
    if (callee.type === 'Identifier' && !names.variableOf(callee)) {
      const isTimer = /^(setTimeout|setInterval|setImmediate|queueMicrotask)$/.test(callee.name);
      return usesApi && isTimer ? 'callback' : undefined;
    }
    if (callee.type !== 'MemberExpression') return undefined;
    const isAsync = callbacks.some((callback) => callback.async);
    const name = keyOf(callee.property, callee.computed) ?? '';
    if (/^(forEach|map|filter|find|findIndex|some|every)$/.test(name))
      return isAsync ? 'callbacks' : undefined;
    const isOfPackage =
      callee.object.type === 'Identifier' && moduleOf(callee.object, names) !== undefined;
    return usesApi && isOfPackage ? 'callback' : undefined;
  }

  function toName(call: CallExpression): string {
    if (isFunction(call.callee)) return 'This call';
    const text = textOf(call.callee).replaceAll(/\s+/g, ' ');
    return `${text.length > 40 ? `${text.slice(0, 37)}…` : text}(…)`;
  }
};

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

/** Whether a call certainly returns a promise. */
export const isPromise: (call: Node, subject: RuleSubject) => boolean = withoutCircles(
  followPromise,
  false,
);

function followPromise(call: Node, subject: RuleSubject): boolean {
  if (call.type === 'NewExpression')
    return call.callee.type === 'Identifier' && call.callee.name === 'Promise';
  if (call.type !== 'CallExpression') return false;
  const { names } = subject.syntax;
  const { callee } = call;
  if (callee.type === 'MemberExpression') {
    const name = keyOf(callee.property, callee.computed) ?? '';
    if (/^(then|catch|finally)$/.test(name))
      return (
        callee.object.type !== 'Identifier' || isPromise(callee.object, subject) || name === 'then'
      );
    if (callee.object.type === 'Identifier' && callee.object.name === 'Promise') return true;
  }
  const target = functionOf(callee, names);
  return target ? returnsPromise(target, subject) : isRequest(call, names);
}

function returnsPromise(target: LocalFunction, subject: RuleSubject): boolean {
  if (target.generator) return false;
  if (target.async) return true;
  return target.type === 'ArrowFunctionExpression' && target.expression
    ? isPromise(target.body, subject)
    : false;
}

/** Whether a node is in the function that `new Promise(…)` calls, however a compiler has written it. */
const isInExecutor = (node: Node): boolean =>
  [...ancestorsOf(node)].some(
    (around) =>
      isFunction(around) &&
      around.parent?.type === 'NewExpression' &&
      around.parent.arguments[0] === around,
  );
