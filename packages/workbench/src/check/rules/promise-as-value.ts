import type {
  BinaryExpression,
  CallExpression,
  ForOfStatement,
  MemberExpression,
  Node,
  SpreadElement,
  SwitchStatement,
  VariableDeclarator,
} from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { toWritten } from '../explain/explanation.ts';
import { methodOf } from '../origins/origin.ts';
import { constantOf, keyOf } from '../syntax/local-functions.ts';
import { isPromise, toCallName } from '../promises/is-promise.ts';
import { isFluent } from '../promises/requests.ts';
import type { Rule } from './rule.ts';

/** Functions that look at the value that they are given, or search for it. */
const looksAt = /^(includes|has|indexOf|test|stringify|Number|String|Boolean|parseInt|parseFloat)$/;

/** Finds promises that are used as the value that they resolve to. */
export const promiseAsValue: Rule = ({ syntax, origins }, report) => {
  const { names, textOf } = syntax;
  return {
    MemberExpression(node: MemberExpression) {
      const { object, property, computed, parent } = node;
      const name = keyOf(property, computed) ?? '[…]';
      const isSet = parent?.type === 'AssignmentExpression' && parent.left === node;
      if (isSet || /^(then|catch|finally)$/.test(name)) return;
      const call = promiseOf(object);
      if (!call || isFluent(call, names)) return;
      report(
        call,
        toSentence(
          'not-awaited',
          toCallName(call, syntax),
          call === object ? 'member' : 'value',
          name,
        ),
      );
    },
    VariableDeclarator({ id, init }: VariableDeclarator) {
      if (init && id.type !== 'Identifier') check(init);
    },
    BinaryExpression({ operator, left, right }: BinaryExpression) {
      if (/^[<>]=?$/.test(operator)) [left, right].forEach(check);
      if (/^[!=]==?$/.test(operator) && isLiteral(right)) check(left);
      if (/^[!=]==?$/.test(operator) && isLiteral(left)) check(right);
    },
    SwitchStatement: ({ discriminant }: SwitchStatement) => check(discriminant),
    ForOfStatement: ({ right, await: waits }: ForOfStatement) => {
      if (!waits) check(right);
    },
    SpreadElement: ({ argument }: SpreadElement) => check(argument),
    CallExpression(call: CallExpression) {
      const {
        callee,
        arguments: [first],
      } = call;
      const method = methodOf(origins.originOf(callee));
      if (method !== undefined) return checkArguments(call, method);
      const name = callee.type === 'MemberExpression' ? callee.property : callee;
      if (first && looksAt.test(keyOf(name, false) ?? '')) check(first);
    },
  };

  /** A promise that the api is given, whose type the compiler may not know. */
  function checkArguments(call: CallExpression, method: string): void {
    const written = textOf(call.callee);
    for (const [index, argument] of call.arguments.slice(0, 2).entries()) {
      if (!promiseOf(argument)) continue;
      const position = index === 0 ? 'first argument' : 'second argument';
      const given = toWritten(syntax, argument);
      const isMetadata = method.endsWith('Metadata') && index === 1;
      report(
        call,
        isMetadata
          ? toSentence('metadata-not-json', written, 'and this is a promise: await it first')
          : toSentence('argument-not-a-string', written, position, given, 'put await before it'),
      );
    }
  }

  function check(node: Node): void {
    const call = promiseOf(node);
    if (call) report(call, toSentence('not-awaited', toCallName(call, syntax), 'value'));
  }

  /** The call that returns a promise, where it is or where its result has got its name. */
  function promiseOf(node: Node): CallExpression | undefined {
    const value = node.type === 'Identifier' ? constantOf(names.variableOf(node)) : node;
    const isOurs = value?.type === 'CallExpression' && origins.isReachable(node);
    return isOurs && isPromise(value, syntax) ? value : undefined;
  }

  function isLiteral(node: Node): boolean {
    return node.type === 'Literal' && !/^(null|undefined)$/.test(textOf(node));
  }
};
