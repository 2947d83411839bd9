import type {
  ArrowFunctionExpression,
  CallExpression,
  Expression,
  Function,
  Node,
} from 'oxc-parser';
import { ancestorsOf } from './link-nodes.ts';
import type { Names, Variable } from './names.ts';

/** A function that the file defines. */
export type LocalFunction = ArrowFunctionExpression | Function;

/** Whether a node is a function of any kind. */
export const isFunction = (node: Node | null | undefined): node is LocalFunction =>
  node?.type === 'ArrowFunctionExpression' ||
  node?.type === 'FunctionDeclaration' ||
  node?.type === 'FunctionExpression';

/** The innermost function around a node, not the node itself. */
export const functionAround = (node: Node): LocalFunction | undefined =>
  node.parent ? [...ancestorsOf(node.parent)].find(isFunction) : undefined;

/** The name of a member or a property; absent if it is computed. */
export function keyOf(key: Node, isComputed: boolean): string | undefined {
  if (key.type === 'Identifier' && !isComputed) return key.name;
  if (key.type === 'Literal' && typeof key.value === 'string') return key.value;
  if (key.type === 'TemplateLiteral' && key.expressions.length === 0) {
    return key.quasis[0]?.value.cooked ?? undefined;
  }
  return undefined;
}

/** The value of a variable that is set where it is declared, and nowhere else. */
export function constantOf(variable: Variable | undefined): Expression | LocalFunction | undefined {
  const [definition, ...others] = variable?.defs ?? [];
  if (!variable || !definition || others.length > 0) return undefined;
  const node = definition.node as Node;
  const writes = variable.references.filter((reference) => reference.isWrite());
  if (isFunction(node) && definition.type === 'FunctionName') {
    return writes.length === 0 ? node : undefined;
  }
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') return undefined;
  return writes.length === 1 ? (node.init ?? undefined) : undefined;
}

/** Whether a variable gets another value if the one that it is taken from is absent: `{ email = '' }`. */
export const hasDefault = (variable: Variable | undefined): boolean =>
  (variable?.defs[0]?.name as Node | undefined)?.parent?.type === 'AssignmentPattern';

/** The function of the file that a callee is; absent if it is not one, or if only running the code would tell. */
export function functionOf(callee: Node, names: Names): LocalFunction | undefined {
  if (isFunction(callee)) return callee;
  if (callee.type === 'Identifier') {
    const value = constantOf(names.variableOf(callee));
    return isFunction(value) ? value : undefined;
  }
  if (callee.type !== 'MemberExpression') return undefined;
  const name = keyOf(callee.property, callee.computed);
  return memberOf(ownerOf(callee.object, names), name);
}

/** The functions of the file that a call is given, as they are or by their names. */
export const callbacksOf = (call: CallExpression, names: Names): readonly LocalFunction[] =>
  call.arguments.flatMap((argument) => functionOf(argument, names) ?? []);

/** The constructor of a class of the file. */
export function constructorOf(callee: Node, names: Names): LocalFunction | undefined {
  return memberOf(classOf(callee, names), 'constructor');
}

/** The object or class whose members are read: the one around `this`, or the one that a name stands for. */
function ownerOf(object: Node, names: Names): Node | undefined {
  if (object.type === 'ThisExpression') {
    return [...ancestorsOf(object)].find(
      ({ type }) => type === 'ClassDeclaration' || type === 'ObjectExpression',
    );
  }
  const value = object.type === 'Identifier' ? constantOf(names.variableOf(object)) : object;
  // Static methods are members of the class itself.
  if (!value && object.type === 'Identifier') return classOf(object, names);
  return value?.type === 'NewExpression' ? classOf(value.callee, names) : value;
}

/** The class of the file that a name stands for. */
function classOf(callee: Node, names: Names): Node | undefined {
  if (callee.type !== 'Identifier') return undefined;
  const variable = names.variableOf(callee);
  const declared = variable?.defs[0]?.node as Node | undefined;
  return declared?.type === 'ClassDeclaration' ? declared : constantOf(variable);
}

function memberOf(owner: Node | undefined, name: string | undefined): LocalFunction | undefined {
  if (name === undefined) return undefined;
  const members: readonly Node[] =
    owner?.type === 'ObjectExpression'
      ? owner.properties
      : owner?.type === 'ClassDeclaration' || owner?.type === 'ClassExpression'
        ? owner.body.body
        : [];
  for (const member of members) {
    if (member.type !== 'Property' && member.type !== 'MethodDefinition') continue;
    if (keyOf(member.key, member.computed) === name && isFunction(member.value))
      return member.value;
  }
  return undefined;
}
