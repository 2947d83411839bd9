import type { Node } from 'oxc-parser';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import { constantOf, functionOf, keyOf } from '../syntax/local-functions.ts';
import type { Variable } from '../syntax/names.ts';
import type { Syntax } from '../syntax/read-syntax.ts';
import {
  bindParameters,
  toReceived,
  type Bindings,
  type Received,
  type ReceivedByExport,
} from './bind-parameters.ts';
import { withoutCircles } from '../syntax/without-circles.ts';
import type { ModuleExports } from './module-exports.ts';
import type { Origin } from './origin.ts';
import { findReachable } from './reachable.ts';

/** The origin of each value in a file that comes from the event or the api. */
export interface Origins {
  /** Where the value of an expression comes from; absent if from elsewhere, or if only running the code would tell. */
  readonly originOf: (node: Node) => Origin | undefined;
  /** The parameters of local functions that receive the event, the api or a part of them. */
  readonly bindings: Bindings;
  /** What an argument of a call passes; absent if that does not come from the event or the api. */
  readonly receivedFrom: (argument: Node) => Received | undefined;
  /** Whether a node is in a function that runs for a signup, as far as the file shows. */
  readonly isReachable: (node: Node) => boolean;
}

/** Follows the event and the api through names, destructuring, members and calls of local functions. */
export function readOrigins(
  syntax: Syntax,
  { functions }: ModuleExports,
  received: ReceivedByExport,
): Origins {
  const { names } = syntax;
  const bound = new Map<Variable, Origin>();
  /** Filled once all parameters are bound. */
  const known = new Map<Node, Origin | undefined>();
  const fields = indexFields(syntax);
  const originOf = withoutCircles(findOrigin, undefined);
  const external = new Map(
    [...functions].flatMap(([name, node]) => {
      const own = received.get(name);
      return own ? [[node, own] as const] : [];
    }),
  );
  const bindings = bindParameters(syntax, { bound, originOf, external });
  // Every Action may call what a module exports.
  const called = syntax.owner === 'module' ? [...functions.values()] : [];
  let isReachable: Origins['isReachable'] | undefined;
  return {
    bindings,
    receivedFrom: (argument) => toReceived(argument, { names, originOf }),
    isReachable(node) {
      // What the compiler reads does not depend on it.
      isReachable ??= findReachable(syntax, bindings, called);
      return isReachable(node);
    },
    originOf(node) {
      if (!known.has(node)) known.set(node, originOf(node));
      return known.get(node);
    },
  };

  function findOrigin(node: Node): Origin | undefined {
    switch (node.type) {
      case 'Identifier': {
        const variable = names.variableOf(node);
        if (variable) return bound.get(variable) ?? declaredOrigin(variable);
        return syntax.owner === 'module' && node.name === 'actions' ? ['actions'] : undefined;
      }
      case 'MemberExpression':
        return memberOrigin(node.object, keyOf(node.property, node.computed) ?? constantKey(node));
      case 'CallExpression':
        return resultOrigin(node.callee);
      case 'ChainExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
        return originOf(node.expression);
      // Waiting for what is no promise changes nothing.
      case 'AwaitExpression':
        return originOf(node.argument);
      // `event.user.user_metadata ?? {}` is what the event holds, if it holds anything.
      case 'LogicalExpression':
        return node.operator === '&&' ? undefined : originOf(node.left);
      default:
        return undefined;
    }
  }

  function memberOrigin(object: Node, key = '?'): Origin | undefined {
    if (object.type === 'ThisExpression') return fieldOrigin(object, key);
    const literal = object.type === 'Identifier' && constantOf(names.variableOf(object));
    if (literal && literal.type === 'ObjectExpression') {
      const property = literal.properties.find(
        (each) => each.type === 'Property' && keyOf(each.key, each.computed) === key,
      );
      return property?.type === 'Property' ? originOf(property.value) : undefined;
    }
    const origin = originOf(object);
    return origin && [...origin.filter((part) => part !== '…'), key];
  }

  /** What a class keeps in a field: `this.event = event`, once. */
  function fieldOrigin(self: Node, name: string): Origin | undefined {
    const owner = [...ancestorsOf(self)].find(({ type }) => type === 'ClassBody');
    const values = (fields.get(name) ?? []).flatMap(({ body, value }) =>
      body === owner ? [value] : [],
    );
    const [value, ...others] = values;
    return value && others.length === 0 ? originOf(value) : undefined;
  }

  /** The key of `event.user[field]` if `field` is a constant. */
  function constantKey(member: Node): string | undefined {
    if (member.type !== 'MemberExpression' || member.property.type !== 'Identifier')
      return undefined;
    const value = constantOf(names.variableOf(member.property));
    return value && keyOf(value, true);
  }

  function resultOrigin(callee: Node): Origin | undefined {
    if (functionOf(callee, names)) return undefined;
    const origin = originOf(callee);
    if (origin?.[0] !== 'api' || origin.length !== 3) return undefined;
    // Every method except those of the cache returns the api (F11).
    return origin[1] === 'cache' ? [...origin, '()'] : ['api'];
  }

  /** The origin of a name that is declared once, maybe by destructuring. */
  function declaredOrigin(variable: Variable): Origin | undefined {
    const [definition] = variable.defs;
    const node = definition?.node as Node | undefined;
    if (node?.type !== 'VariableDeclarator' || !node.init) return undefined;
    // Besides where it is declared, which a default does a second time.
    if (variable.references.some((reference) => reference.isWrite() && !reference.init)) {
      return undefined;
    }
    const path = pathInPattern(node.id, definition?.name as Node);
    const origin = path && originOf(node.init);
    return origin && [...origin.filter((part) => part !== '…'), ...path];
  }
}

/** What is put into a field somewhere in a class. */
interface FieldValue {
  readonly body: Node;
  readonly value: Node;
}

/** Every field that is given a value in a class, by name: `this.name = value`. */
function indexFields({ nodes }: Syntax): ReadonlyMap<string, readonly FieldValue[]> {
  const fields = new Map<string, FieldValue[]>();
  const add = (name: string, node: Node, value: Node): void => {
    const body = [...ancestorsOf(node)].find(({ type }) => type === 'ClassBody');
    if (body) fields.set(name, [...(fields.get(name) ?? []), { body, value }]);
  };
  for (const node of nodes) {
    // `constructor(private readonly event: Event)`
    if (node.type === 'TSParameterProperty' && node.parameter.type === 'Identifier') {
      add(node.parameter.name, node, node.parameter);
    }
    if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') continue;
    const { object, property, computed } = node.left;
    const name = keyOf(property, computed);
    if (object.type !== 'ThisExpression' || name === undefined) continue;
    add(name, node, node.right);
  }
  return fields;
}

/** The members that lead to a name in a pattern; absent if it is not in there, or behind a computed key. */
function pathInPattern(pattern: Node, name: Node): Origin | undefined {
  if (pattern === name) return [];
  if (pattern.type === 'AssignmentPattern') return pathInPattern(pattern.left, name);
  if (pattern.type !== 'ObjectPattern') return undefined;
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') {
      if (property.argument === name) return ['…'];
      continue;
    }
    const key = keyOf(property.key, property.computed);
    const path = pathInPattern(property.value, name);
    if (path) return key === undefined ? undefined : [key, ...path];
  }
  return undefined;
}
