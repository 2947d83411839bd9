import type { CallExpression, Node } from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { toWritten, type Explanation, type PlacedError, type Reading } from './explanation.ts';
import { isKnown, isOptional } from './optional-value.ts';

const positions = ['first argument', 'second argument', 'third argument'];

/** An argument of a call of the api. */
export interface ApiArgument {
  readonly call: CallExpression;
  readonly method: string;
  readonly argument: Node;
  readonly index: number;
}

/** Explains an argument that a method of the api rejects, or that has no effect. */
export function explainApiArgument(
  { message }: Pick<PlacedError, 'message'>,
  reading: Reading,
  { call, method, argument, index }: ApiArgument,
): Explanation | undefined {
  const written = toWritten(reading.syntax, call.callee);
  const because = /NotAllowed<"(?<reason>(?:[^"\\]|\\.)*)">/.exec(message)?.groups?.['reason'];
  const reason = because === undefined ? undefined : (JSON.parse(`"${because}"`) as string);
  if (reason !== undefined && index === 0) {
    return { node: call, ...toSentence('metadata-key', written, toReason(reason)) };
  }
  if (reason?.startsWith('undefined')) {
    // A property of an object that may have been set since.
    if (argument.type === 'Identifier' && /of type '\{/.test(message)) return undefined;
    if (isKnown(argument, reading)) return undefined;
    const given = toWritten(reading.syntax, argument);
    const may = given === 'undefined' ? 'it is' : `${given} may be`;
    return { node: call, ...toSentence('metadata-undefined', written, may) };
  }
  if (reason?.startsWith('the whole event')) {
    return {
      node: call,
      ...toSentence('secret-exposed', written, 'the whole event, including its secrets'),
    };
  }
  if (reason !== undefined)
    return { node: call, ...toSentence('metadata-not-json', written, toRelative(reason)) };
  if (method === 'cache.set' && index === 2) {
    return {
      node: call,
      ...toSentence(
        'wrong-kind',
        written,
        'a lifetime in milliseconds as its third argument, such as { ttl: 60_000 }',
      ),
    };
  }
  const type =
    /type '(?<type>.+?)' is not assignable/s.exec(message)?.groups?.['type'] ?? 'another value';
  if (/^(string( \| (undefined|null))+|undefined)$/.test(type) && !isUndefined(argument)) {
    const isMissing = isOptional(argument, reading) && !isKnown(argument, reading);
    return isMissing ? toOptionalArgument(argument, written, reading) : undefined;
  }
  // An element of a list of different values, such as a pattern and its message.
  if (mayBeString(type)) return undefined;
  const given = toWritten(reading.syntax, argument);
  const position = positions[index] ?? 'argument';
  const how = /^(Promise|\w*Error)\b/.test(type)
    ? toStringHint(type)
    : argument.type === 'Literal' && /^(boolean|number)$/.test(typeof argument.value)
      ? `write '${given}'`
      : toConversion(method, type);
  return { node: call, ...toSentence('argument-not-a-string', written, position, given, how) };
}

const isUndefined = (node: Node): boolean =>
  node.type === 'Identifier' && node.name === 'undefined';

/** Whether strings are among what a type admits, and neither promises nor errors. */
const mayBeString = (type: string): boolean =>
  type.split(' | ').some((part) => part === 'string' || part.startsWith('"')) &&
  !/\b(Promise|\w*Error)\b/.test(type);

const toStringHint = (type: string): string =>
  type.startsWith('Promise') ? 'put await before it' : 'pass its message';

/** How to get the string that a method takes. */
function toConversion(method: string, type: string): string {
  if (/^(bigint|boolean|number)$/.test(type)) return 'convert it with String(…)';
  return method.startsWith('cache.')
    ? 'convert it with String(…) or JSON.stringify(…)'
    : 'pass the string itself';
}

/** Why the types refuse a key, as the end of a sentence. */
const toReason = (reason: string): string =>
  `${reason.startsWith('a reserved') ? 'it is ' : ''}${reason.replace(': ', ', so ')}`;

/** Why the types refuse a value, after a comma: `JSON has no Date: …`, or what the value is. */
const toRelative = (reason: string): string =>
  reason.startsWith('JSON ') ? reason.replace('JSON', 'which') : `and this is ${reason}`;

/** The finding about a value that may be absent, given to something that needs it. */
export const toOptionalArgument = (
  argument: Node,
  callee: string,
  { syntax }: Reading,
): Explanation => ({
  node: argument,
  ...toSentence(
    'optional-field',
    toWritten(syntax, argument),
    `check it before it is passed to ${callee}`,
  ),
});
