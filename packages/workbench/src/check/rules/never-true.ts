import type {
  BinaryExpression,
  CallExpression,
  Node,
  SwitchCase,
  SwitchStatement,
} from 'oxc-parser';
import { findNearName } from '../../near-name.ts';
import { toSentence } from '../findings/sentences.ts';
import { constantOf, keyOf } from '../syntax/local-functions.ts';
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
      : `it holds the code of ${what}, in ${length} capital letters`;
  };
}

/** Finds comparisons of a field of the event with a string that it never is, and lists of such strings. */
export const neverTrue: Rule = ({ syntax, origins }, report) => {
  return {
    BinaryExpression(node: BinaryExpression) {
      if (node.operator === 'in') return checkIn(node);
      if (!/^[!=]==?$/.test(node.operator)) return;
      compare(node, node.left, node.right);
      compare(node, node.right, node.left);
    },
    CallExpression(node: CallExpression) {
      const {
        callee,
        arguments: [field],
      } = node;
      if (callee.type !== 'MemberExpression' || !field) return;
      const method = keyOf(callee.property, callee.computed) ?? '';
      if (!/^(has|includes|indexOf)$/.test(method)) return;
      const words = wordsOf(callee.object);
      const never = words.filter((word) => whyNever(field, word) !== undefined);
      // A list of all strategies that an author knows does no harm.
      const [first] = isStrategy(field) && never.length < words.length ? [] : never;
      if (first) compare(node, field, first);
    },
    SwitchStatement({ discriminant, cases }: SwitchStatement) {
      for (const each of cases as readonly SwitchCase[]) {
        if (each.test) compare(each.test, discriminant, each.test);
      }
    },
  };

  /** `domain in ['a.example']` asks for a position, and `!domain in list` for `true` or `false`. */
  function checkIn({ left, right, ...node }: BinaryExpression): void {
    const list = right.type === 'Identifier' ? constantOf(syntax.names.variableOf(right)) : right;
    const isNegated = left.type === 'UnaryExpression' && left.operator === '!';
    const isList = list?.type === 'ArrayExpression';
    const isOfWords = isList && list.elements.some((each) => each && keyOf(each, true));
    const isName =
      isOfWords &&
      /^(Identifier|MemberExpression|ChainExpression)$/.test(left.type) &&
      !/^(i|j|k|n|idx|index|position)$/.test(syntax.textOf(left));
    if (!origins.isReachable(right) || !(isNegated || isName)) return;
    const value = syntax.textOf(isNegated ? left.argument : left);
    const object = syntax.textOf(right);
    const asked = isList ? `${object}.includes(${value})` : `(${value} in ${object})`;
    const why = isList ? 'in asks for a position of the list' : '! belongs to what is before in';
    report(
      right.parent ?? right,
      toSentence(
        'never-true',
        syntax.textOf(node as Node).replaceAll(/\s+/g, ' '),
        'true',
        `${why}, so write ${isNegated ? '!' : ''}${asked}`,
      ),
    );
  }

  function compare(node: Node, field: Node, text: Node): void {
    const why = whyNever(field, text);
    if (why === undefined) return;
    const written = syntax.textOf(field).replaceAll(/\s+/g, '');
    report(node, toSentence('never-true', written, `'${keyOf(text, true)}'`, why));
  }

  function whyNever(field: Node, text: Node): string | undefined {
    const [root, ...path] = origins.originOf(field) ?? [];
    const name = path.join('.');
    const value = keyOf(text, true);
    if (root !== 'event' || value === undefined || !Object.hasOwn(fields, name)) return undefined;
    // An empty string asks whether there is a value.
    return value === '' ? undefined : fields[name]?.(value);
  }

  function isStrategy(field: Node): boolean {
    return origins.originOf(field)?.join('.') === 'event.connection.strategy';
  }

  /** The elements of a list that is written in the file, or of a `Set` of one. */
  function wordsOf(list: Node): readonly Node[] {
    if (list.type === 'Identifier') {
      const value = constantOf(syntax.names.variableOf(list));
      return value && value.type !== 'Identifier' ? wordsOf(value) : [];
    }
    if (list.type === 'NewExpression' && list.arguments[0]) return wordsOf(list.arguments[0]);
    return list.type === 'ArrayExpression' ? list.elements.filter((each) => each !== null) : [];
  }
};
