import type { BinaryExpression, Node, TemplateLiteral } from 'oxc-parser';
import { eventShape, type FieldKinds } from '@signup-actions/runtime-core/internal';
import { toSentence } from '../findings/sentences.ts';
import { isPromise } from '../promises/is-promise.ts';
import type { Rule } from './rule.ts';

/** Finds parts of the event that are objects, put into a string. */
export const objectInString: Rule = ({ syntax, origins }, report) => {
  const check = (node: Node): void => {
    const [root, ...path] = origins.originOf(node) ?? [];
    if (root !== 'event' || !isObject(path)) return;
    report(node, toSentence('object-in-string', syntax.textOf(node)));
  };
  return {
    TemplateLiteral: ({ expressions }: TemplateLiteral) => expressions.forEach(check),
    BinaryExpression({ operator, left, right }: BinaryExpression) {
      if (operator === '+') [left, right].forEach(check);
    },
  };
};

/** Whether the event has an object there, as far as its fields are known. */
function isObject(path: readonly string[]): boolean {
  let at: FieldKinds[string] | undefined = eventShape;
  for (const name of path) {
    at = typeof at === 'object' && Object.hasOwn(at, name) ? at[name] : undefined;
  }
  return typeof at === 'object';
}

/** Finds promises that are put into a string. */
export const promiseInString: Rule = (subject, report) => {
  const check = (node: Node): void => {
    if (!isPromise(node, subject.syntax)) return;
    report(node, toSentence('promise-in-string', subject.syntax.textOf(node)));
  };
  return {
    TemplateLiteral: ({ expressions }: TemplateLiteral) => expressions.forEach(check),
    BinaryExpression({ operator, left, right }: BinaryExpression) {
      if (operator === '+') [left, right].forEach(check);
    },
  };
};
