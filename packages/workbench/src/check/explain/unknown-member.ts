import type { Node } from 'oxc-parser';
import { toSentence } from '../findings/sentences.ts';
import { formatOrigin, isOfEvent } from '../origins/origin.ts';
import { isPromise } from '../promises/is-promise.ts';
import { constantOf, keyOf } from '../syntax/local-functions.ts';
import { isMatch, toMatch } from './match.ts';
import { toOptional } from './optional-value.ts';
import { toFieldHint, toMethodHint } from './member-hints.ts';
import { toWritten, type Explain, type Explanation, type Reading } from './explanation.ts';
import { toWrittenType } from './type-names.ts';

/** Explains a member that a type does not have: by a dot, in brackets, or by destructuring. */
export const explainUnknownMember: Explain = ({ message, nodes }, reading) => {
  const { syntax, origins } = reading;
  const { name = '', type = '' } =
    /Property '(?<name>[^']+)' does not exist on type '(?<type>.+?)'\.(?=\s|$)/s.exec(message)
      ?.groups ?? {};
  if (name === '' || type === 'never') return undefined;
  const place = findMember(nodes, name);
  if (!place) return undefined;
  const { node, object } = place;
  if (type.startsWith('Promise<') && object && !isAssigned(node)) {
    return explainPromise(object, reading);
  }
  const ours = toWrittenType(type);
  if (/\b(undefined|null)\b/.test(type)) {
    // A part that may be absent has none of its fields, though it may have this one.
    if (object && isMatch(object, reading)) return toMatch(object, '…', reading);
    if (!object) return explainInnerPattern(node, reading);
    return ours !== undefined || isOfEvent(origins.originOf(object))
      ? toOptional(object, name, reading)
      : undefined;
  }
  if (/^CacheRecord\b/.test(type)) {
    const written = object ? toWritten(syntax, object) : 'api.cache.get(…)';
    return { node, ...toSentence('cache-record-as-string', written) };
  }
  const origin = object && origins.originOf(object);
  if (/^readonly .*\[\]$/.test(type) && isOfEvent(origin)) {
    const written = formatOrigin(origin);
    return { node, ...toSentence('read-only-event', written, 'copy it first, as in [...list]') };
  }
  if (ours === undefined) return explainOther(node, object, name);
  const written = object?.type === 'MemberExpression' ? toWritten(syntax, object) : ours;
  return ours.startsWith('api')
    ? { node, ...toSentence('unknown-method', written, name, toMethodHint(ours, name)) }
    : { node, ...toSentence('unknown-field', written, name, toFieldHint(ours, name)) };

  /** A type that we do not name, but of a value that comes from the event. */
  function explainOther(
    at: Node,
    owner: Node | undefined,
    member: string,
  ): Explanation | undefined {
    const from = owner && origins.originOf(owner);
    const method = owner && toMethodOf(owner, type, member, reading);
    if (method) return { node: at, ...method };
    if (!owner || !isOfEvent(from) || from.length < 2) return undefined;
    const hint = /^(string|number|boolean)$/.test(type) ? `it is a ${type}` : '';
    return { node: at, ...toSentence('unknown-field', toWritten(syntax, owner), member, hint) };
  }
};

/** Methods that other classes and languages have, and what those of Node are called, by the types of the compiler. */
const methodsInstead: readonly (readonly [
  type: RegExp,
  methods: Readonly<Record<string, string>>,
])[] = [
  [
    /^string$/,
    {
      contains: 'includes',
      has: 'includes',
      toLower: 'toLowerCase',
      toUpper: 'toUpperCase',
      size: 'length',
    },
  ],
  [/\[\]$/, { add: 'push', append: 'push', contains: 'includes', has: 'includes', size: 'length' }],
  [/^Set</, { contains: 'has', includes: 'has', push: 'add' }],
  [/^Map</, { add: 'set', includes: 'has', push: 'set' }],
];

/** A method that is called of a string, a list, a `Set` or a `Map` that stays what it is. */
function toMethodOf(
  owner: Node,
  type: string,
  member: string,
  { syntax }: Reading,
): ReturnType<typeof toSentence> | undefined {
  const [, methods = {}] = methodsInstead.find(([pattern]) => pattern.test(type)) ?? [];
  const { parent } = owner;
  const isCalled = parent?.parent?.type === 'CallExpression' && parent.parent.callee === parent;
  const isVariable = owner.type === 'Identifier' && !constantOf(syntax.names.variableOf(owner));
  if (!isCalled || isVariable || !Object.hasOwn(methods, member)) return undefined;
  return toSentence('unknown-method', toWritten(syntax, owner), member, `write ${methods[member]}`);
}

/** Explains a member of a promise, unless a rule about the syntax finds it, too. */
function explainPromise(object: Node, { syntax }: Reading): Explanation | undefined {
  const value = object.type === 'Identifier' ? constantOf(syntax.names.variableOf(object)) : object;
  if (value && isPromise(value, syntax)) return undefined;
  return { node: object, ...toSentence('not-awaited', toWritten(syntax, object), 'value') };
}

/** Explains a pattern within a pattern, as in `{ client: { name } }`, that takes apart what may be absent. */
function explainInnerPattern(key: Node, { origins }: Reading): Explanation | undefined {
  const property = key.parent;
  const outer = property?.parent?.parent;
  if (property?.type !== 'Property' || outer?.type !== 'Property') return undefined;
  const { value } = property;
  const origin = origins.originOf(value.type === 'AssignmentPattern' ? value.left : value);
  if (!isOfEvent(origin)) return undefined;
  const written = formatOrigin(origin.slice(0, -1));
  const guard = `give it a default, as in ${origin.at(-2)}: { … } = {}`;
  return {
    node: outer,
    ...toSentence('optional-field', written, guard),
    onceInFunction: written,
  };
}

/** Whether a member is set: a property that the author puts on an object. */
const isAssigned = ({ parent }: Node): boolean =>
  parent?.parent?.type === 'AssignmentExpression' && parent.parent.left === parent;

/** The node that names the member, and the object that lacks it. */
function findMember(
  nodes: readonly Node[],
  name: string,
): { readonly node: Node; readonly object: Node | undefined } | undefined {
  for (const node of nodes) {
    const { parent } = node;
    if (parent?.type === 'MemberExpression' && parent.property === node) {
      return { node, object: parent.object };
    }
    if (node.type === 'MemberExpression' && node.computed) {
      // Each member of a chain starts at the same place.
      const key = keyOf(node.property, true);
      if (key === undefined || key === name) return { node, object: node.object };
    }
    if (parent?.type === 'Property' && parent.parent?.type === 'ObjectPattern') {
      return { node, object: ownerOfPattern(parent.parent) };
    }
  }
  const [node] = nodes;
  return node && name !== '' ? { node, object: undefined } : undefined;
}

/** What `const { … } = owner` takes apart; absent for a parameter or a nested pattern. */
function ownerOfPattern(pattern: Node): Node | undefined {
  const { parent } = pattern;
  return parent?.type === 'VariableDeclarator' ? (parent.init ?? undefined) : undefined;
}
