import type {
  BinaryExpression,
  CallExpression,
  MemberExpression,
  Node,
  TemplateLiteral,
} from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { constantOf, keyOf } from '../syntax/local-functions.ts';
import type { Rule } from './rule.ts';

/** Finds what `api.cache.get` returns, used as the string that is stored in it. */
export const cacheRecordAsString: Rule = ({ syntax, origins }, report) => {
  const isRecord = (node: Node): boolean =>
    origins.originOf(node)?.join('.') === 'api.cache.get.()';
  const check = (node: Node): void => {
    if (!isRecord(node)) return;
    report(node, toSentence('cache-record-as-string', toWritten(node), toRecord(node)));
  };
  return {
    TemplateLiteral: ({ expressions }: TemplateLiteral) => expressions.forEach(check),
    BinaryExpression({ operator, left, right }: BinaryExpression) {
      const isCompared = /^[!=]==?$/.test(operator);
      const isWithNothing = [left, right].some((side) =>
        /^(undefined|null)$/.test(syntax.textOf(side)),
      );
      if (operator === 'in' || operator === 'instanceof' || (isCompared && isWithNothing)) return;
      [left, right].forEach(check);
    },
    CallExpression({ callee, arguments: values }: CallExpression) {
      const isConversion =
        (callee.type === 'Identifier' &&
          /^(Number|String|parseInt|parseFloat|BigInt)$/.test(callee.name)) ||
        (callee.type === 'MemberExpression' && syntax.textOf(callee) === 'JSON.parse');
      if (isConversion) values.slice(0, 1).forEach(check);
    },
    MemberExpression({ object, property, computed }: MemberExpression) {
      const name = keyOf(property, computed);
      const isOwn = name === undefined || name === 'value' || name === 'expires_at';
      if (!isOwn) check(object);
    },
  };

  /** The record itself, where `const token = api.cache.get('token') ?? (await ask())` may be something else. */
  function toRecord(node: Node): string {
    const value = node.type === 'Identifier' ? constantOf(syntax.names.variableOf(node)) : node;
    return toWritten(value?.type === 'LogicalExpression' ? value.left : node);
  }

  function toWritten(node: Node): string {
    const inner = node.type === 'ChainExpression' ? node.expression : node;
    return inner.type === 'LogicalExpression' ? syntax.textOf(inner.left) : syntax.textOf(inner);
  }
};
