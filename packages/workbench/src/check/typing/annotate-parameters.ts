import type { Node } from 'oxc-parser';
import type { Bindings, Received } from '../origins/bind-parameters.ts';
import type { Origin } from '../origins/origin.ts';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import { isFunction } from '../syntax/local-functions.ts';
import type { Syntax } from '../syntax/read-syntax.ts';
import type { Edit } from './edits.ts';

const types = "import('@signup-actions/types')";

/**
 * The edits that give the parameters of local functions their types, where the author has not given any. A part of
 * the event that may be absent is taken as present: the call decides that.
 */
export function annotateParameters(syntax: Syntax, bindings: Bindings): readonly Edit[] {
  const { handler, isTypeScript } = syntax;
  return [...bindings].flatMap(([parameter, received]): readonly Edit[] => {
    const { parent } = parameter;
    const isOfHandler = handler.type === 'function' && parent === handler.node;
    const foreign = foreignTypeOf(syntax, parameter);
    if (foreign) return [[foreign.start, foreign.end, `: ${toType(received)}`]];
    // `private api` and the like have types of their own.
    const isPlain = /^(AssignmentPattern|Identifier|ObjectPattern)$/.test(parameter.type);
    if (isOfHandler || !isPlain || !isFunction(parent) || isTyped(syntax, parameter)) return [];
    const type = toType(received);
    if (isTypeScript) {
      const pattern = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
      return [[pattern.end, pattern.end, `: ${type}`]];
    }
    const comment = `/** @type {${type}} */ `;
    // `event => …` has no parentheses, and a comment means nothing without them.
    const isBare =
      !/\(\s*$/.test(syntax.source.slice(parent.start, parameter.start)) && isOnly(parent.params);
    return isBare && parent.type === 'ArrowFunctionExpression'
      ? [
          [parameter.start, parameter.start, `(${comment}`],
          [parameter.end, parameter.end, ')'],
        ]
      : [[parameter.start, parameter.start, comment]];
  });
}

const isOnly = (parameters: readonly Node[]): boolean => parameters.length === 1;

/**
 * The annotation of a parameter, if its type is `any` or imported from a module that check does not read. What it
 * receives is known, and with an unknown type nothing would be found.
 */
function foreignTypeOf({ names }: Syntax, parameter: Node): Node | undefined {
  const named = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  const annotation = 'typeAnnotation' in named ? named.typeAnnotation : undefined;
  if (annotation?.type !== 'TSTypeAnnotation') return undefined;
  const { typeAnnotation: type } = annotation;
  if (type.type === 'TSAnyKeyword') return annotation;
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined;
  const definition = names.variableNamed(type.typeName.name)?.defs[0];
  const statement = definition?.type === 'ImportBinding' && (definition.parent as unknown as Node);
  const isForeign =
    statement &&
    statement.type === 'ImportDeclaration' &&
    !/^@(signup-actions\/types|auth0\/actions)(\/|$)/.test(statement.source.value);
  return isForeign ? annotation : undefined;
}

/** Whether the author has written a type for a parameter, in the code or in a comment before the function. */
function isTyped({ comments, source, textOf }: Syntax, parameter: Node): boolean {
  if ('typeAnnotation' in parameter && parameter.typeAnnotation) return true;
  const left = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  if ('typeAnnotation' in left && left.typeAnnotation) return true;
  const starts = new Set([...ancestorsOf(parameter)].map(({ start }) => start));
  return comments.some(({ value, end }) => {
    const next = end + (/^\s*/.exec(source.slice(end))?.[0].length ?? 0);
    if (!starts.has(next)) return false;
    if (/@(type|satisfies)\s*\{/.test(value)) return true;
    const named = [...value.matchAll(/@param\s*\{.*?\}\s*\[?([\w$]+)/gs)].map(([, name]) => name);
    return named.includes(textOf(left)) || (named.length > 0 && left.type === 'ObjectPattern');
  });
}

function toType(received: Received): string {
  if (isOrigin(received)) return toOriginType(received);
  const properties = Object.entries(received).map(
    ([name, origin]) => `${JSON.stringify(name)}: ${toOriginType(origin)}`,
  );
  return `{ ${properties.join('; ')}; [other: string]: any }`;
}

const isOrigin = (received: Received): received is Origin => Array.isArray(received);

/** The type of a value with this origin, whether or not that can be absent. */
function toOriginType([root, ...path]: Origin): string {
  if (root === 'actions' || path.some((part) => part === '?' || part === '()' || part === '…'))
    return 'any';
  const start = root === 'event' ? `${types}.Event` : `${types}.PreUserRegistrationAPI`;
  return path.reduce((type, part) => `NonNullable<${type}[${JSON.stringify(part)}]>`, start);
}
