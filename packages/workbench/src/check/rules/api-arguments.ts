import type { CallExpression, Node } from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { isRefusal, methodOf } from '../origins/origin.ts';
import { constantOf, isFunction, keyOf } from '../syntax/local-functions.ts';
import type { Names } from '../syntax/names.ts';
import type { Rule } from './rule.ts';

/** Finds an Error, or what a `catch` has caught, where the api takes a string. */
export const argumentNotAString: Rule = ({ syntax, origins }, report) => ({
  CallExpression(call: CallExpression) {
    const method = methodOf(origins.originOf(call.callee));
    if (!isRefusal(method) && !method?.startsWith('cache.')) return;
    for (const [index, argument] of call.arguments.slice(0, 2).entries()) {
      if (!isError(argument, syntax.names)) continue;
      const written = syntax.textOf(call.callee);
      const position = index === 0 ? 'first argument' : 'second argument';
      const given = syntax.textOf(argument);
      report(
        call,
        toSentence('argument-not-a-string', written, position, given, 'pass its message'),
      );
    }
  },
});

/** Whether a value is an Error: a new one, or what was caught. */
function isError(node: Node, names: Names): boolean {
  if (node.type === 'NewExpression') {
    return node.callee.type === 'Identifier' && node.callee.name.endsWith('Error');
  }
  if (node.type !== 'Identifier') return false;
  const variable = names.variableOf(node);
  const [definition] = variable?.defs ?? [];
  if (definition?.type === 'CatchClause') {
    const clause = definition.node as unknown as Node;
    // The parts of an Error, as in `catch ({ message })`, are strings.
    return clause.type === 'CatchClause' && clause.param === (definition.name as unknown as Node);
  }
  const value = constantOf(variable);
  if (value && value.type !== 'Identifier') return isError(value, names);
  const owner = definition?.node as Node | undefined;
  const call = owner?.parent;
  return (
    definition?.type === 'Parameter' &&
    isFunction(owner) &&
    owner.params[0] === (definition.name as unknown as Node) &&
    call?.type === 'CallExpression' &&
    call.callee.type === 'MemberExpression' &&
    keyOf(call.callee.property, call.callee.computed) === 'catch'
  );
}

/** Finds a code where the user reads, most often because the two arguments are swapped. */
export const codeForUser: Rule = ({ syntax, origins }, report) => ({
  CallExpression(call: CallExpression) {
    if (!isRefusal(methodOf(origins.originOf(call.callee)))) return;
    const [, message] = call.arguments;
    const text = message && textOfConstant(message, syntax.names);
    if (text === undefined || !isCode(text)) return;
    report(call, toSentence('code-for-user', syntax.textOf(call.callee), JSON.stringify(text)));
  },
});

/** `registration_check_error`, `emailNotFound`, `ERR_BLOCKED`: words that are joined, and no address. */
const isCode = (text: string): boolean =>
  /^[A-Za-z0-9]+([_-][A-Za-z0-9]+)+$/.test(text) ||
  /^[a-z]+([A-Z][a-z0-9]+)+$/.test(text) ||
  /^[a-z0-9_]+(\.[a-z0-9]*_[a-z0-9_]*)+$/.test(text);

const maxValidationLength = 100;

/** Finds a code or a message that `api.validation.error` throws for, because it is too long (R4). */
export const textTooLong: Rule = ({ syntax, origins }, report) => ({
  CallExpression(call: CallExpression) {
    if (methodOf(origins.originOf(call.callee)) !== 'validation.error') return;
    for (const [index, argument] of call.arguments.slice(0, 2).entries()) {
      const length = lengthOf(argument, syntax.names);
      if (length <= maxValidationLength) continue;
      const position = index === 0 ? 'first argument' : 'second argument';
      const isWhole = textOfConstant(argument, syntax.names) !== undefined;
      const count = isWhole ? String(length) : `${length} and more`;
      report(argument, toSentence('text-too-long', syntax.textOf(call.callee), position, count));
    }
  },
});

const countCodePoints = (text: string): number => Array.from(text).length;

/** Code points that a string certainly has. */
function lengthOf(node: Node, names: Names): number {
  if (node.type === 'TemplateLiteral') {
    const texts = node.quasis.map(({ value }) => countCodePoints(value.cooked ?? ''));
    const values = node.expressions.map((each) => lengthOf(each, names));
    return [...texts, ...values].reduce((sum, length) => sum + length, 0);
  }
  if (node.type === 'BinaryExpression' && node.operator === '+') {
    return lengthOf(node.left, names) + lengthOf(node.right, names);
  }
  if (node.type === 'ConditionalExpression') {
    return Math.max(lengthOf(node.consequent, names), lengthOf(node.alternate, names));
  }
  const value = node.type === 'Identifier' ? constantOf(names.variableOf(node)) : node;
  if (value && value !== node && value.type !== 'Identifier') return lengthOf(value, names);
  return value ? countCodePoints(keyOf(value, true) ?? '') : 0;
}

function textOfConstant(node: Node, names: Names): string | undefined {
  if (node.type !== 'Identifier') return keyOf(node, true);
  const value = constantOf(names.variableOf(node));
  return value && keyOf(value, true);
}
