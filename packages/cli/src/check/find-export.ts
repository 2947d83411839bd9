import {
  Visitor,
  type Expression,
  type Node,
  type ObjectProperty,
  type ObjectPropertyKind,
  type Program,
} from 'oxc-parser';
import { handlerName } from '@signup-actions/runtime-core/internal';

/** What a module exports as the handler. */
export type FoundExport =
  | {
      readonly type: 'value';
      readonly value: Expression;
      readonly start: number;
      /** Where it stands in an object. */
      readonly property?: ObjectProperty;
    }
  /** By an `export` statement, under a name of the module. */
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'missing' | 'unclear' };

/** Finds what is exported as the handler: by assignment, in an object, or by an `export` statement. */
export function findExport(program: Program): FoundExport {
  let found: FoundExport = { type: 'missing' };
  const beUnclear = (): void => {
    if (found.type === 'missing') found = { type: 'unclear' };
  };
  new Visitor({
    AssignmentExpression({ left, right, start }) {
      if (isModuleExports(left)) {
        if (right.type !== 'ObjectExpression') return beUnclear();
        const properties = right.properties.filter((property) => property.type === 'Property');
        const property = properties.find(
          ({ key, computed, kind }) => kind === 'init' && nameOf(key, computed) === handlerName,
        );
        if (property) found = { type: 'value', value: property.value, start, property };
        else if (right.properties.some(isComputed)) beUnclear();
      } else if (left.type === 'MemberExpression' && isExports(left.object)) {
        const name = nameOf(left.property, left.computed);
        if (name === handlerName) found = { type: 'value', value: right, start };
        else if (name === undefined) beUnclear();
      }
    },
    // Object.assign(exports, …), and what bundlers write.
    CallExpression({ arguments: values }) {
      if (values.some(isExports)) beUnclear();
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
    ExportAllDeclaration: beUnclear,
    TSExportAssignment: beUnclear,
  }).visit(program);
  return found;
}

/** A spread, a getter, a computed key: any may be the handler. */
const isComputed = (property: ObjectPropertyKind): boolean =>
  property.type === 'SpreadElement' || property.computed || property.kind !== 'init';

const isModuleExports = (node: Node): boolean =>
  node.type === 'MemberExpression' &&
  node.object.type === 'Identifier' &&
  node.object.name === 'module' &&
  nameOf(node.property, node.computed) === 'exports';

const isExports = (node: Node): boolean =>
  (node.type === 'Identifier' && node.name === 'exports') || isModuleExports(node);

/** The name that a key stands for; absent where it is computed. */
function nameOf(key: Node, computed = false): string | undefined {
  if (key.type === 'Identifier' && !computed) return key.name;
  if (key.type === 'Literal' && typeof key.value === 'string') return key.value;
  return undefined;
}
