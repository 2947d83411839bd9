import { handlerName } from '@signup-actions/runtime-core/internal';
import type { Expression, Node, ObjectProperty, ObjectPropertyKind, Program } from 'oxc-parser';
import { walk } from './link-nodes.ts';

/** What a module exports as the handler. */
export type FoundExport =
  | {
      readonly type: 'value';
      readonly value: Expression;
      readonly start: number;
      /** The property that holds it, if it is in an object. */
      readonly property?: ObjectProperty;
    }
  /** By an `export` statement, under a name of the module. */
  | { readonly type: 'name'; readonly name: string }
  | MissingExport
  | { readonly type: 'unclear' };

/** No handler is exported. */
export interface MissingExport {
  readonly type: 'missing';
  /** What the whole module is instead: `module.exports = …`. */
  readonly whole?: Expression;
  /** Another name that is exported as a handler would be. */
  readonly other?: string;
  /** Where that is. */
  readonly start?: number;
  /** Whether the module has a default export, which only ES modules have. */
  readonly hasDefault?: boolean;
}

/** Finds what is exported as the handler: by assignment, in an object, or by an `export` statement. */
export function findExport(program: Program): FoundExport {
  let found: FoundExport = { type: 'missing' };
  const setWhole = (whole: Expression, start: number): void => {
    const isWhole =
      /^(ArrowFunctionExpression|ClassExpression|FunctionExpression|Identifier)$/.test(whole.type);
    if (found.type === 'missing' && isWhole) {
      found = { ...found, whole, start };
    } else setUnclear();
  };
  const setOther = (names: readonly (string | undefined)[], start: number): void => {
    const other = names.find((name) => name !== undefined && /^on[A-Z]/.test(name));
    if (found.type === 'missing' && other !== undefined) found = { ...found, other, start };
  };
  const setUnclear = (): void => {
    if (found.type === 'missing') found = { type: 'unclear' };
  };
  walk(program, {
    AssignmentExpression({ left, right, start }) {
      if (isModuleExports(left)) {
        if (right.type !== 'ObjectExpression') return setWhole(right, start);
        const properties = right.properties.filter((property) => property.type === 'Property');
        const property = properties.find(
          ({ key, computed, kind }) => kind === 'init' && nameOf(key, computed) === handlerName,
        );
        if (property) found = { type: 'value', value: property.value, start, property };
        else if (right.properties.some(isComputed)) setUnclear();
        else
          setOther(
            properties.map(({ key, computed }) => nameOf(key, computed)),
            start,
          );
      } else if (left.type === 'MemberExpression' && isExports(left.object)) {
        const name = nameOf(left.property, left.computed);
        if (name === handlerName) found = { type: 'value', value: right, start };
        else if (name === undefined) setUnclear();
        else setOther([name], start);
      }
    },
    // Object.assign(exports, …), and the output of bundlers.
    CallExpression({ arguments: values }) {
      if (values.some(isExports)) setUnclear();
    },
    ExportNamedDeclaration({ declaration, specifiers, source }) {
      if (declaration?.type === 'FunctionDeclaration' && declaration.id?.name === handlerName) {
        found = { type: 'name', name: handlerName };
      }
      if (declaration?.type === 'VariableDeclaration') {
        const isNamed = declaration.declarations.some(
          ({ id }) => id.type === 'Identifier' && id.name === handlerName,
        );
        if (isNamed) found = { type: 'name', name: handlerName };
      }
      for (const { local, exported } of specifiers) {
        if (nameOf(exported) !== handlerName) continue;
        const name = nameOf(local);
        found = source || name === undefined ? { type: 'unclear' } : { type: 'name', name };
      }
    },
    ExportDefaultDeclaration({ start }) {
      if (found.type === 'missing') found = { ...found, start, hasDefault: true };
    },
    ExportAllDeclaration: setUnclear,
    TSExportAssignment: setUnclear,
  });
  return found;
}

/** A spread, a getter or a computed key: each may be the handler. */
const isComputed = (property: ObjectPropertyKind): boolean =>
  property.type === 'SpreadElement' || property.computed || property.kind !== 'init';

const isModuleExports = (node: Node): boolean =>
  node.type === 'MemberExpression' &&
  node.object.type === 'Identifier' &&
  node.object.name === 'module' &&
  nameOf(node.property, node.computed) === 'exports';

const isExports = (node: Node): boolean =>
  (node.type === 'Identifier' && node.name === 'exports') || isModuleExports(node);

/** The name of a key; absent if it is computed. */
function nameOf(key: Node, computed = false): string | undefined {
  if (key.type === 'Identifier' && !computed) return key.name;
  if (key.type === 'Literal' && typeof key.value === 'string') return key.value;
  return undefined;
}
