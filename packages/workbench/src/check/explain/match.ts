import type { CallExpression, Node } from 'oxc-parser';
import type { Assumptions } from '../absence/evaluate.ts';
import { isChecked } from '../absence/is-checked.ts';
import { searchForNothing } from '../absence/known.ts';
import { toSentence } from '../findings/sentences.ts';
import { constantOf, keyOf } from '../syntax/local-functions.ts';
import type { Syntax } from '../syntax/read-syntax.ts';
import { toEmpty } from './taken-apart.ts';
import { toWritten, type Explanation, type Reading } from './explanation.ts';

/** Whether a node is what a regular expression finds, or `null`: `email.match(…)` or `pattern.exec(email)`. */
export const isMatch = (node: Node, { syntax }: Pick<Reading, 'syntax'>): boolean =>
  matchOf(node, syntax) !== undefined;

function matchOf(node: Node, { names }: Syntax): CallExpression | undefined {
  if (node.type === 'Identifier') {
    const value = constantOf(names.variableOf(node));
    return value?.type === 'CallExpression' ? matchOf(value, { names } as Syntax) : undefined;
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const method = keyOf(node.callee.property, node.callee.computed);
  return method === 'match' || method === 'exec' ? node : undefined;
}

/** The finding about a match that is used as if there always were one, unless the code has checked that. */
export function toMatch(node: Node, member: string, { syntax }: Reading): Explanation | undefined {
  const call = matchOf(node, syntax);
  if (!call || matchesAnything(call, syntax)) return undefined;
  if (isChecked(node, syntax.names, assumeNoMatch(node, call, syntax))) return undefined;
  const written = toWritten(syntax, node);
  const access = member === '…' ? toEmpty(node) : member === '[…]' ? '?.[…]' : `?.${member}`;
  return {
    node,
    ...toSentence('match-may-be-null', written, `write ${written}${access}, or check it first`),
    onceInFunction: written,
  };
}

/** The string and the pattern of a call, as they are written. */
function partsOf({ callee, arguments: [argument] }: CallExpression, { textOf }: Syntax): string[] {
  return callee.type === 'MemberExpression' && argument
    ? [textOf(callee.object), textOf(argument)]
    : [];
}

/** Assumes that there is no match, and that whatever else is looked for in the same string is not there either. */
function assumeNoMatch(node: Node, call: CallExpression, syntax: Syntax): Assumptions {
  const parts = partsOf(call, syntax);
  const texts = new Set([syntax.textOf(node), syntax.textOf(call)]);
  return {
    valueOf(other) {
      if (texts.has(syntax.textOf(other))) return { value: null };
      if (other.type !== 'CallExpression' || other.callee.type !== 'MemberExpression') {
        return undefined;
      }
      const isAbout = partsOf(other, syntax).some((part) => parts.includes(part));
      const method = keyOf(other.callee.property, other.callee.computed) ?? '';
      return isAbout ? searchForNothing(method) : undefined;
    },
  };
}

const samples = ['', 'a', 'Z', '0', '@', '.', '-', '_', '+', ' ', 'ä', 'a@b.example', '\n'];

/** Whether a pattern finds something in any string, such as `/\w*$/`. */
function matchesAnything(
  { callee, arguments: [argument] }: CallExpression,
  { names }: Syntax,
): boolean {
  const places = [callee.type === 'MemberExpression' ? callee.object : undefined, argument];
  return places.some((place) => {
    const value = place?.type === 'Identifier' ? constantOf(names.variableOf(place)) : place;
    if (value?.type !== 'Literal' || !('regex' in value)) return false;
    const { pattern, flags } = value.regex;
    try {
      const expression = new RegExp(pattern, flags.replaceAll(/[gy]/g, ''));
      return samples.every((sample) => expression.test(sample));
    } catch {
      return false;
    }
  });
}
