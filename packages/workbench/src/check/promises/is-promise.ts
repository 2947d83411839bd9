import type { CallExpression, Node } from 'oxc-parser';
import { nodesIn } from '../syntax/link-nodes.ts';
import {
  functionAround,
  functionOf,
  isFunction,
  keyOf,
  type LocalFunction,
} from '../syntax/local-functions.ts';
import { withoutCircles } from '../syntax/without-circles.ts';
import type { Syntax } from '../syntax/read-syntax.ts';
import { isRequest } from './requests.ts';

/** Whether a call certainly returns a promise. */
export const isPromise: (call: Node, syntax: Syntax) => boolean = withoutCircles(
  followPromise,
  false,
);

function followPromise(call: Node, syntax: Syntax): boolean {
  if (call.type === 'NewExpression')
    return call.callee.type === 'Identifier' && call.callee.name === 'Promise';
  if (call.type !== 'CallExpression') return false;
  const { names } = syntax;
  const { callee } = call;
  if (callee.type === 'MemberExpression') {
    const name = keyOf(callee.property, callee.computed) ?? '';
    if (/^(then|catch|finally)$/.test(name))
      return (
        callee.object.type !== 'Identifier' || isPromise(callee.object, syntax) || name === 'then'
      );
    if (callee.object.type === 'Identifier' && callee.object.name === 'Promise') {
      return /^(all|allSettled|any|race|reject|resolve|try)$/.test(name);
    }
  }
  const target = functionOf(callee, names);
  return target ? returnsPromise(target, syntax) : isRequest(call, names);
}

const known = new WeakMap<LocalFunction, boolean>();

/** Whether a function certainly returns a promise. */
export function returnsPromise(target: LocalFunction, syntax: Syntax): boolean {
  const isKnown = known.get(target) ?? readReturns(target, syntax);
  known.set(target, isKnown);
  return isKnown;
}

function readReturns(target: LocalFunction, syntax: Syntax): boolean {
  if (target.generator) return false;
  if (target.async) return true;
  if (target.type === 'ArrowFunctionExpression' && target.expression) {
    return isPromise(target.body, syntax);
  }
  const returned = [...nodesIn(target, syntax.nodes)].flatMap((node) =>
    node.type === 'ReturnStatement' && functionAround(node) === target ? [node.argument] : [],
  );
  return returned.length > 0 && returned.every((value) => value && isPromise(value, syntax));
}

/** A call in a sentence: what is called, without what it is given. */
export function toCallName({ callee }: CallExpression, { textOf }: Syntax): string {
  if (isFunction(callee)) return 'This call';
  const name = toName(callee);
  return `${name.length > 60 ? `${name.slice(0, 57)}…` : name}(…)`;

  function toName(node: Node): string {
    if (node.type === 'CallExpression') return `${toName(node.callee)}(…)`;
    if (node.type === 'AwaitExpression') return `(await ${toName(node.argument)})`;
    if (node.type === 'MemberExpression' && !node.computed) {
      return `${toName(node.object)}${node.optional ? '?.' : '.'}${textOf(node.property)}`;
    }
    return textOf(node).replaceAll(/\s+/g, ' ');
  }
}
