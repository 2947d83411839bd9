import type {
  AssignmentExpression,
  ConditionalExpression,
  Expression,
  IfStatement,
  LogicalExpression,
  Node,
  UnaryExpression,
  WhileStatement,
} from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { constantOf, functionOf, keyOf } from '../syntax/local-functions.ts';
import type { Rule } from './rule.ts';

/** Finds conditions that hold for every signup: a list, a position or a string, where a comparison is meant. */
export const alwaysTrue: Rule = ({ syntax, origins }, report) => {
  const { names, textOf } = syntax;
  return {
    IfStatement: ({ test }: IfStatement) => check(test),
    ConditionalExpression: ({ test }: ConditionalExpression) => check(test),
    WhileStatement: ({ test }: WhileStatement) => check(test),
    LogicalExpression(node: LogicalExpression) {
      const { operator, left, right, parent } = node;
      // `'a.example' || 'b.example'`, as an argument or beside a comparison.
      if (operator === '||' && isWord(left)) add(left, 'string', textOf(right));
      if (operator !== '&&' || parent?.type !== 'ExpressionStatement') return;
      check(left);
    },
    UnaryExpression({ operator, argument }: UnaryExpression) {
      if (operator === '!' && kindOf(argument) === 'list') add(argument, 'list');
    },
  };

  function check(test: Expression): void {
    const parts = partsOf(test);
    // Several strings without comparisons are one mistake.
    const word = parts.find(isWord);
    if (word) add(word, 'string');
    for (const part of parts) {
      const kind = kindOf(part);
      if (kind) add(part, kind);
    }
  }

  /** Each part of a condition is true or false by itself. */
  function partsOf(test: Expression): readonly Expression[] {
    if (test.type !== 'LogicalExpression') return [test];
    if (test.operator === '||' && isOpposite(test)) {
      add(test, 'opposites');
      return [];
    }
    return test.operator === '??' ? [] : [test.left, test.right].flatMap(partsOf);
  }

  function add(node: Node, kind: Kind, next = ''): void {
    // A library that is bundled into the file knows what it does.
    if (!origins.isReachable(node)) return;
    report(node, toSentence('always-true', textOf(node).replaceAll(/\s+/g, ' '), kind, next));
  }

  function kindOf(node: Node): Kind | undefined {
    // `if (found = pattern.exec(text))` is meant.
    if (node.type === 'AssignmentExpression') return isTruthy(node) ? 'assignment' : undefined;
    const value = node.type === 'Identifier' ? constantOf(names.variableOf(node)) : node;
    if (value?.type === 'ArrayExpression') return 'list';
    if (value?.type !== 'CallExpression' || functionOf(value.callee, names)) return undefined;
    const { callee } = value;
    if (callee.type !== 'MemberExpression' || callee.optional) return undefined;
    const method = keyOf(callee.property, callee.computed) ?? '';
    if (/^(indexOf|lastIndexOf|findIndex)$/.test(method)) return 'position';
    const isOfObject = textOf(callee.object) === 'Object' && /^(keys|values|entries)$/.test(method);
    const isList = /^(filter|map|flatMap|split)$/.test(method);
    return isOfObject || isList ? 'list' : undefined;
  }

  /** `domain !== 'a.example' || domain !== 'b.example'` */
  function isOpposite({ left, right }: LogicalExpression): boolean {
    const sides = [left, right].map((side) =>
      side.type === 'BinaryExpression' && /^!==?$/.test(side.operator) && isWord(side.right)
        ? { subject: textOf(side.left), word: textOf(side.right) }
        : undefined,
    );
    const [first, second] = sides;
    return first !== undefined && first.subject === second?.subject && first.word !== second.word;
  }
};

type Kind = 'assignment' | 'list' | 'opposites' | 'position' | 'string';

/** `country = 'US'`, with a value that counts as true. */
const isTruthy = ({ operator, right }: AssignmentExpression): boolean =>
  operator === '=' && right.type === 'Literal' && Boolean(right.value);

/** A string that is written as it is, and is not empty. */
const isWord = (node: Node): boolean => (keyOf(node, true) ?? '') !== '';
