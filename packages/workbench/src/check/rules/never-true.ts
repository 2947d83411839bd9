import type { BinaryExpression, Node, SwitchCase, SwitchStatement } from 'oxc-parser';
import { findNearName } from '../explain/near-name.ts';
import { toSentence } from '../findings/sentences.ts';
import { keyOf } from '../syntax/local-functions.ts';
import type { Rule } from './rule.ts';

/** Why a field of the event never has a value; absent if it may have it. */
type WhyNever = (value: string) => string | undefined;

const strategies = ['auth0', 'email', 'sms'];

/** Fields with values that are known, or of a known form. */
const fields: Readonly<Record<string, WhyNever>> = {
  'connection.strategy'(value) {
    if (strategies.includes(value)) return undefined;
    const near = findNearName(value, strategies);
    return near === undefined
      ? 'this trigger runs for the strategies auth0, email and sms'
      : `write '${near}'`;
  },
  'request.method': (value) =>
    value === value.toUpperCase() ? undefined : `write '${value.toUpperCase()}'`,
  'request.geoip.countryCode': toCode(2, 'a country'),
  'request.geoip.countryCode3': toCode(3, 'a country'),
  'request.geoip.continentCode': toCode(2, 'a continent'),
};

function toCode(length: number, what: string): WhyNever {
  return (value) => {
    if (value.length === length && /^[A-Z]+$/.test(value)) return undefined;
    const upper = value.toUpperCase();
    return value.length === length && /^[A-Z]+$/.test(upper)
      ? `write '${upper}'`
      : `${what} is a code of ${length} capital letters here`;
  };
}

/** Finds comparisons of a field of the event with a string that it never is. */
export const neverTrue: Rule = ({ syntax, origins }, report) => {
  return {
    BinaryExpression(node: BinaryExpression) {
      if (!/^[!=]==?$/.test(node.operator)) return;
      compare(node, node.left, node.right);
      compare(node, node.right, node.left);
    },
    SwitchStatement({ discriminant, cases }: SwitchStatement) {
      for (const each of cases as readonly SwitchCase[]) {
        if (each.test) compare(each.test, discriminant, each.test);
      }
    },
  };

  function compare(node: Node, field: Node, text: Node): void {
    const [root, ...path] = origins.originOf(field) ?? [];
    const name = path.join('.');
    const value = keyOf(text, true);
    if (root !== 'event' || value === undefined || !Object.hasOwn(fields, name)) return;
    // An empty string asks whether there is a value.
    const why = value === '' ? undefined : fields[name]?.(value);
    if (why === undefined) return;
    const written = syntax.textOf(field).replaceAll(/\s+/g, '');
    report(node, toSentence('never-true', written, `'${value}'`, why));
  }
};
