import type { Node } from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { methodOf } from '../origins/origin.ts';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import { toFetchHint } from '../promises/fetch-options.ts';
import { functionOf, keyOf } from '../syntax/local-functions.ts';
import { explainApiArgument, toOptionalArgument, type ApiArgument } from './api-argument.ts';
import { isKnown, isOptional } from './optional-value.ts';
import {
  toWritten,
  type Explain,
  type Explanation,
  type PlacedError,
  type Reading,
} from './explanation.ts';

/** Explains a value of the wrong type, in the arguments of a call. */
export const explainArgument: Explain = (error, reading) => {
  const [start] = error.nodes;
  const { syntax, origins } = reading;
  if (!start) return undefined;
  if (start.type === 'VariableDeclarator') return explainDeclared(error, start.init, reading);
  for (const call of ancestorsOf(start)) {
    if (call.type !== 'CallExpression') continue;
    const index = call.arguments.findIndex(
      (each) => each.start <= start.start && start.start < each.end,
    );
    const argument = call.arguments[index];
    if (!argument) continue;
    const method = methodOf(origins.originOf(call.callee));
    if (method !== undefined)
      return explainApiArgument(error, reading, { call, method, argument, index });
    const isFetch = call.callee.type === 'Identifier' && call.callee.name === 'fetch';
    if (isFetch && !syntax.names.variableOf(call.callee)) {
      const option = explainFetchOption(error);
      if (option) return option;
    }
    return argument.start === start.start
      ? explainOtherArgument(error, reading, { call, argument })
      : undefined;
  }
  return undefined;
};

/** `const name: string = event.user.name`, in TypeScript. */
function explainDeclared(
  { message }: PlacedError,
  init: Node | null,
  reading: Reading,
): Explanation | undefined {
  if (!init || !mayBeAbsent.test(message)) return undefined;
  if (!isOptional(init, reading) || isKnown(init, reading)) return undefined;
  const written = toWritten(reading.syntax, init);
  const guard = `give it another value, as in ${written} ?? …, or check it first`;
  return { node: init, ...toSentence('optional-field', written, guard) };
}

/** An option that `fetch` does not have. Those that other clients have are found by a rule. */
function explainFetchOption({ message, nodes: [node] }: PlacedError): Explanation | undefined {
  const option = /'(?<option>\w+)' does not exist in type 'RequestInit'/.exec(message)?.groups?.[
    'option'
  ];
  return node && option !== undefined
    ? { node, ...toSentence('fetch-option', option, toFetchHint(option)) }
    : undefined;
}

/** Whether a function reads members of a parameter, and never asks whether there is one. */
function isReadUnguarded(parameter: Node, { syntax }: Pick<Reading, 'syntax'>): boolean {
  const uses =
    syntax.names.variableOf(parameter)?.references.map(({ identifier }) => identifier as Node) ??
    [];
  const isMember = (use: Node): boolean =>
    use.parent?.type === 'MemberExpression' && use.parent.object === use && !use.parent.optional;
  return parameter.type === 'Identifier' && uses.length > 0 && uses.every(isMember);
}

const mayBeAbsent = /type '[^']*\bundefined\b[^']*' is not assignable/i;

/** Calls that take anything, and find nothing for `undefined`, or convert it. */
const tolerant =
  /^(includes|indexOf|lastIndexOf|has|get|test|exec|match|matchAll|search|startsWith|endsWith|set|append|push|unshift|add|concat|join|isNaN|isFinite|parseInt|parseFloat|delete|log|padStart|padEnd|repeat|max|min|localeCompare|replace|replaceAll)$/;

/** A part of the event that may be absent, given to a function that needs a string. */
function explainOtherArgument(
  { message }: PlacedError,
  reading: Reading,
  { call, argument }: Pick<ApiArgument, 'call' | 'argument'>,
): Explanation | undefined {
  const { callee } = call;
  const own = functionOf(callee, reading.syntax.names);
  const exported = own ? undefined : reading.exportedBy(callee);
  const target = own ?? exported?.target;
  const parameter = target?.params[call.arguments.indexOf(argument as never)];
  if (target && !(parameter && isReadUnguarded(parameter, exported ?? reading))) return undefined;
  const name =
    callee.type === 'MemberExpression' ? keyOf(callee.property, callee.computed) : undefined;
  const called = name ?? (callee.type === 'Identifier' ? callee.name : '');
  if (tolerant.test(called)) return undefined;
  if (reading.syntax.textOf(argument) === 'undefined') {
    const written = toWritten(reading.syntax, callee);
    return { node: call, ...toSentence('wrong-kind', written, 'a value, and undefined is none') };
  }
  if (!mayBeAbsent.test(message)) return undefined;
  if (!isOptional(argument, reading) || isKnown(argument, reading)) return undefined;
  return toOptionalArgument(argument, toWritten(reading.syntax, callee), reading);
}
