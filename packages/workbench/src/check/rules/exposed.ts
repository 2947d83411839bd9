import type { CallExpression, Node, ObjectExpression } from 'oxc-parser';
import { constantOf, functionOf, isFunction, keyOf } from '../syntax/local-functions.ts';
import type { Syntax } from '../syntax/read-syntax.ts';
import { withoutCircles } from '../syntax/without-circles.ts';
import type { Origin } from '../origins/origin.ts';

const wholeEvent = 'the whole event, including its secrets';

/** What is given away, as the end of a sentence says it. */
export type Exposed = typeof wholeEvent | 'all secrets' | `the secret ${string}`;

/** What the value of an expression contains. `sourceOf` returns it for what the expression is made from. */
export function createExposed(
  { names, textOf, nodes }: Syntax,
  sourceOf: (node: Node) => readonly Exposed[] | undefined,
): (node: Node) => readonly Exposed[] {
  const exposedBy = withoutCircles(follow, []);
  return exposedBy;

  function follow(node: Node): readonly Exposed[] {
    const source = sourceOf(node);
    if (source) return source;
    switch (node.type) {
      case 'ArrayExpression':
        return node.elements.flatMap((element) => (element ? exposedBy(element) : []));
      case 'ObjectExpression':
        return followObject(node);
      case 'SpreadElement':
      case 'AwaitExpression':
        return exposedBy(node.argument);
      case 'TemplateLiteral':
        return node.expressions.flatMap(exposedBy);
      case 'BinaryExpression':
        return node.operator === '+' ? [node.left, node.right].flatMap(exposedBy) : [];
      case 'LogicalExpression':
        return [...(node.operator === '&&' ? [] : exposedBy(node.left)), ...exposedBy(node.right)];
      case 'ConditionalExpression':
        return [node.consequent, node.alternate].flatMap(exposedBy);
      case 'ChainExpression':
        return exposedBy(node.expression);
      case 'Identifier': {
        const value = constantOf(names.variableOf(node));
        const isMade = value && value.type !== 'Identifier' && isText(value);
        return isMade ? withoutSecrets(exposedBy(value), removesSecrets(node)) : [];
      }
      case 'CallExpression':
        return followCall(node);
      default:
        return [];
    }
  }

  function followObject({ properties }: ObjectExpression): readonly Exposed[] {
    const isReplaced = properties.some(
      (each) => each.type === 'Property' && keyOf(each.key, each.computed) === 'secrets',
    );
    return properties.flatMap((property) =>
      property.type === 'Property'
        ? exposedBy(property.value)
        : withoutSecrets(exposedBy(property.argument), isReplaced),
    );
  }

  function followCall({ callee, arguments: values }: CallExpression): readonly Exposed[] {
    if (!isConversion(callee) || functionOf(callee, names)) return [];
    const [, replacer] = values;
    const isOfJson = textOf(callee) === 'JSON.stringify';
    const isReplaced = isOfJson && replacer !== undefined && mayLeaveOut(replacer);
    return withoutSecrets(values.flatMap(exposedBy), isReplaced);
  }

  /** Whether the second argument of `JSON.stringify` may leave out the secrets. */
  function mayLeaveOut(replacer: Node): boolean {
    const value =
      replacer.type === 'Identifier' ? constantOf(names.variableOf(replacer)) : replacer;
    if (value?.type === 'Literal' || textOf(replacer) === 'undefined') return false;
    const isNamed = value !== undefined && textOf(value).includes('secrets');
    if (value?.type === 'ArrayExpression') return !isNamed;
    return isFunction(value) ? isNamed : true;
  }

  /** Whether code removes the secrets from an object: `delete copy.secrets`, or `copy.secrets = undefined`. */
  function removesSecrets(name: Node): boolean {
    const variable = names.variableOf(name);
    return nodes.some((node) => {
      const target =
        node.type === 'UnaryExpression' && node.operator === 'delete'
          ? node.argument
          : node.type === 'AssignmentExpression' && node.left;
      return (
        target &&
        target.type === 'MemberExpression' &&
        keyOf(target.property, target.computed) === 'secrets' &&
        names.variableOf(target.object) === variable
      );
    });
  }
}

/** What a value contains if its secrets were removed. */
const withoutSecrets = (exposed: readonly Exposed[], isRemoved: boolean): readonly Exposed[] =>
  isRemoved ? exposed.filter((what) => what !== wholeEvent) : exposed;

/** What a part of the event, or of an Actions module's global, gives away. */
export function toExposed(origin: Origin): readonly Exposed[] {
  const [root, first, name, ...more] = origin;
  if (root !== 'event' && root !== 'actions') return [];
  if (first === undefined && root === 'event') return [wholeEvent];
  if (first !== 'secrets') return [];
  if (name === undefined) return ['all secrets'];
  if (more.length > 0) return [];
  return [/^[…?]$/.test(name) ? 'all secrets' : `the secret ${name}`];
}

/** A value that is made of others, where it is declared. */
const isText = ({ type }: Node): boolean =>
  type === 'TemplateLiteral' ||
  type === 'BinaryExpression' ||
  type === 'ObjectExpression' ||
  type === 'CallExpression';

/** Functions that only change the form of what they are given. */
function isConversion(callee: Node): boolean {
  if (callee.type === 'Identifier') return /^(String|structuredClone|inspect)$/.test(callee.name);
  if (callee.type !== 'MemberExpression') return false;
  const name = keyOf(callee.property, callee.computed) ?? '';
  const owner = callee.object.type === 'Identifier' ? callee.object.name : '';
  return /^(JSON\.(parse|stringify)|util\.(inspect|format)|Object\.(assign|entries|fromEntries|values)|(qs|querystring)\.stringify)$/.test(
    `${owner}.${name}`,
  );
}
