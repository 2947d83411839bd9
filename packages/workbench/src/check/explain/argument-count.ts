import type { CallExpression, Node } from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { methodOf } from '../origins/origin.ts';
import { toWritten, type Explain } from './explanation.ts';

/** Explains a call with too few or too many arguments. */
export const explainArgumentCount: Explain = ({ nodes }, { syntax, origins }) => {
  const call = nodes.map(callOf).find((found) => found !== undefined);
  const method = call && methodOf(origins.originOf(call.callee));
  if (!call || method === undefined) return undefined;
  const written = toWritten(syntax, call.callee);
  const { length } = call.arguments;
  const expected = method === 'cache.set' ? 3 : /setUserId|cache/.test(method) ? 1 : 2;
  if (length > expected) {
    const count =
      ['no arguments', 'one argument', 'two arguments', 'three arguments'][expected] ?? '';
    return { node: call, ...toSentence('extra-argument', written, count) };
  }
  if (method === 'access.deny') {
    return {
      node: call,
      ...toSentence('deny-without-user-message', written, length === 0 ? 'both' : 'one'),
    };
  }
  return {
    node: call,
    ...toSentence('missing-argument', written, toMissing(method, call.arguments)),
  };
};

function toMissing(method: string, given: readonly Node[]): string {
  if (method.endsWith('Metadata')) {
    return given[0]?.type === 'ObjectExpression'
      ? 'takes a key and a value, not an object: call it once for each property'
      : 'needs two arguments, the key and the value';
  }
  if (method === 'validation.error') {
    return given.length === 0
      ? 'needs two arguments, a code for the log and the message for the user'
      : 'needs a second argument, the message for the user';
  }
  if (method === 'cache.set') return 'needs a key and the string to store';
  return method === 'user.setUserId'
    ? 'needs an argument, the user id'
    : 'needs an argument, the key';
}

/** The call whose name or argument starts at a node. */
function callOf(node: Node): CallExpression | undefined {
  const { parent } = node;
  if (parent?.type === 'CallExpression' && parent.arguments.some((each) => each === node))
    return parent;
  const callee = parent?.type === 'MemberExpression' && parent.property === node ? parent : node;
  const call = callee.parent?.type === 'ChainExpression' ? callee.parent.parent : callee.parent;
  return call?.type === 'CallExpression' && call.callee === callee ? call : undefined;
}
