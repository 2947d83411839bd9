import type { MemberExpression, Node, ObjectPattern } from 'oxc-parser';
import { toFieldHint } from '../explain/member-hints.ts';
import { toSentence } from '../findings/sentences.ts';
import { keyOf } from '../syntax/local-functions.ts';
import type { Rule } from './rule.ts';

const body = 'event.request.body';
const field = 'password';

/** Finds the one field of the form that the platform keeps from Actions. The types allow any name there. */
export const passwordField: Rule = ({ origins }, report) => {
  const check = (node: Node, value: Node): void => {
    if (origins.originOf(value)?.join('.') !== `${body}.${field}`) return;
    report(node, toSentence('unknown-field', body, field, toFieldHint(body, field)));
  };
  return {
    MemberExpression: (node: MemberExpression) => check(node.property, node),
    ObjectPattern({ properties }: ObjectPattern) {
      for (const property of properties) {
        if (property.type !== 'Property' || keyOf(property.key, property.computed) !== field)
          continue;
        const { value } = property;
        check(property.key, value.type === 'AssignmentPattern' ? value.left : value);
      }
    },
  };
};
