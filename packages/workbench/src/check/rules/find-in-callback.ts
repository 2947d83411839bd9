import type { CallExpression, Node } from 'oxc-parser';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import { callbacksOf, keyOf } from '../syntax/local-functions.ts';
import type { Syntax } from '../syntax/read-syntax.ts';
import type { EffectReader } from './effects.ts';

/** Returns a function that finds the refusal in the callbacks that a call waits for, if nothing looks at its result. */
export function createFindInCallback(
  syntax: Syntax,
  effects: EffectReader,
): (node: CallExpression) => CallExpression | undefined {
  return findInCallback;

  /** `words.forEach((word) => { … api.access.deny(…) … })` refuses, too, and so does `await ask().then(…)`. */
  function findInCallback(node: CallExpression): CallExpression | undefined {
    const name = methodName(node);
    const isAll = isAwaitedByAll(node);
    const isLoop =
      name === 'forEach' || name === 'each' || (name === 'map' && (isAll || isDiscarded(node)));
    const isChain = chained.test(name) && (isDiscarded(node) || isTakenForGranted(node));
    const isWaited = node.parent?.type === 'AwaitExpression';
    const calls = isChain && isWaited ? linksOf(node) : isLoop ? [node] : [];
    const callbacks = calls
      .flatMap((call) => callbacksOf(call, syntax.names))
      .filter((callback) => !callback.async || isAll || isChain);
    if (callbacks.length === 0) return undefined;
    return syntax.nodes.find(
      (inner): inner is CallExpression =>
        inner.type === 'CallExpression' &&
        callbacks.some(({ start, end }) => inner.start > start && inner.end <= end) &&
        effects.ofCall(inner).refuses === true,
    );
  }

  /** `const answer = await ask().catch(…)`, whose parts are read without a question. */
  function isTakenForGranted({ parent }: Node): boolean {
    const place = parent?.parent;
    if (place?.type !== 'VariableDeclarator' || place.id.type !== 'Identifier') return false;
    const { references = [] } = syntax.names.variableOf(place.id) ?? {};
    const uses = references.filter(({ init }) => !init).map(({ identifier }) => identifier as Node);
    return uses.length > 0 && uses.every(isReadDirectly);
  }
}

/** Whether a statement reads a member of a value, which is not part of a condition. */
function isReadDirectly(use: Node): boolean {
  const { parent } = use;
  if (parent?.type !== 'MemberExpression' || parent.object !== use || parent.optional) return false;
  for (const { type, parent: around } of ancestorsOf(parent)) {
    if (!around || type.endsWith('Statement')) return true;
    if (/^(Conditional|Logical)Expression$/.test(around.type)) return false;
    if (around.type === 'IfStatement' && type !== 'BlockStatement') return false;
  }
  return true;
}

const chained = /^(then|catch|finally)$/;

/** The name of the method that is called, or an empty string. */
const methodName = ({ callee }: CallExpression): string =>
  (callee.type === 'MemberExpression' && keyOf(callee.property, callee.computed)) || '';

/** The calls of a chain such as `ask().then(…).catch(…)`, from its end. */
function linksOf(call: CallExpression): readonly CallExpression[] {
  if (call.callee.type !== 'MemberExpression' || !chained.test(methodName(call))) return [];
  const { object } = call.callee;
  return [call, ...(object.type === 'CallExpression' ? linksOf(object) : [])];
}

/** `await Promise.all(words.map(…))`, whose result is not used. */
function isAwaitedByAll({ parent }: Node): boolean {
  return (
    parent?.type === 'CallExpression' &&
    parent.callee.type === 'MemberExpression' &&
    parent.callee.object.type === 'Identifier' &&
    parent.callee.object.name === 'Promise' &&
    parent.parent?.type === 'AwaitExpression' &&
    isDiscarded(parent)
  );
}

/** Whether the result of a call is not used. */
export function isDiscarded(node: Node): boolean {
  for (const { type, parent } of ancestorsOf(node)) {
    if (parent?.type === 'ExpressionStatement') return true;
    const isPassedOn =
      type === 'CallExpression' ||
      type === 'AwaitExpression' ||
      type === 'ChainExpression' ||
      type === 'LogicalExpression';
    const goesOn =
      parent?.type === 'AwaitExpression' ||
      parent?.type === 'ChainExpression' ||
      parent?.type === 'LogicalExpression';
    if (!isPassedOn || !goesOn) return false;
  }
  return false;
}
