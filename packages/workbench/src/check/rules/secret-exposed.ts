import type { CallExpression, Node } from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { isRequest, moduleOf } from '../promises/requests.ts';
import { methodOf, type Origin } from '../origins/origin.ts';
import { constantOf, functionOf, keyOf } from '../syntax/local-functions.ts';
import { withoutCircles } from '../syntax/without-circles.ts';
import type { Rule } from './rule.ts';

/** What is given away, as the end of a sentence says it. */
type Exposed = 'the whole event, including its secrets' | 'all secrets' | `the secret ${string}`;

/**
 * Finds secrets, or the whole event with its secrets, where others read them: the console, the body of a request,
 * metadata and refusals. A single secret in a request is how one logs in to a service, and is fine.
 */
export const secretExposed: Rule = (subject, report) => {
  const { syntax, origins } = subject;
  const { names, textOf } = syntax;
  const exposedBy = withoutCircles(followExposed, []);
  return {
    CallExpression(call: CallExpression) {
      const written = textOf(call.callee).replaceAll(/\s+/g, '');
      const exposed = call.arguments
        .flatMap((argument) => exposedBy(argument))
        .find((what) => isReadByOthers(call, what));
      if (exposed !== undefined) report(call, toSentence('secret-exposed', written, exposed));
    },
  };

  function isReadByOthers(call: CallExpression, what: Exposed): boolean {
    const { callee } = call;
    const method = methodOf(origins.originOf(callee));
    const isStored = method !== undefined && !method.startsWith('cache.');
    return (
      isStored || isLogged(callee) || (isRequest(call, names) && !what.startsWith('the secret'))
    );
  }

  /** `console.log(…)`, or what a package for logs or reports has instead. */
  function isLogged(callee: Node): boolean {
    if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
    if (callee.object.name === 'console') return true;
    const method = keyOf(callee.property, callee.computed) ?? '';
    return logging.test(method) && moduleOf(callee.object, names) !== undefined;
  }

  /** What the value of an expression contains. */
  function followExposed(node: Node): readonly Exposed[] {
    const origin = origins.originOf(node);
    if (origin) return toExposed(origin);
    switch (node.type) {
      case 'ArrayExpression':
        return node.elements.flatMap((element) => (element ? exposedBy(element) : []));
      case 'ObjectExpression':
        return node.properties.flatMap((property) =>
          // A header or the like that holds one secret is for the service that is called.
          exposedBy(property.type === 'Property' ? property.value : property.argument),
        );
      case 'SpreadElement':
        return exposedBy(node.argument);
      case 'TemplateLiteral':
        return node.expressions.flatMap(exposedBy);
      case 'BinaryExpression':
        return node.operator === '+' ? [node.left, node.right].flatMap(exposedBy) : [];
      case 'LogicalExpression':
        return [...(node.operator === '&&' ? [] : exposedBy(node.left)), ...exposedBy(node.right)];
      case 'ConditionalExpression':
        return [node.consequent, node.alternate].flatMap(exposedBy);
      case 'AwaitExpression':
        return exposedBy(node.argument);
      case 'ChainExpression':
        return exposedBy(node.expression);
      case 'Identifier': {
        const value = constantOf(names.variableOf(node));
        return value && value.type !== 'Identifier' && isText(value) ? exposedBy(value) : [];
      }
      case 'CallExpression':
        return isConversion(node.callee) && !functionOf(node.callee, names)
          ? node.arguments.flatMap(exposedBy)
          : [];
      default:
        return [];
    }
  }
};

function toExposed(origin: Origin): readonly Exposed[] {
  const [root, first, name, ...more] = origin;
  if (root !== 'event' && root !== 'actions') return [];
  if (first === undefined && root === 'event') return ['the whole event, including its secrets'];
  if (first !== 'secrets') return [];
  if (name === undefined) return ['all secrets'];
  return more.length === 0 && name !== '…'
    ? [name === '?' ? 'all secrets' : `the secret ${name}`]
    : [];
}

const logging = /^(captureException|captureMessage|debug|error|fatal|info|log|trace|warn)$/;

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
  return /^(JSON\.stringify|util\.(inspect|format)|Object\.assign|qs\.stringify|querystring\.stringify)$/.test(
    `${owner}.${name}`,
  );
}
