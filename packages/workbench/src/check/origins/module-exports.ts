import type { ExportNamedDeclaration, Node } from 'oxc-parser';
import { constantOf, functionOf, keyOf, type LocalFunction } from '../syntax/local-functions.ts';
import type { Names } from '../syntax/names.ts';

/** What the code of an Actions module exports, as far as its source shows. */
export interface ModuleExports {
  /** The functions by the names that they are exported as; `''` is `module.exports` itself. */
  readonly functions: ReadonlyMap<string, LocalFunction>;
  /** The names of all exports; absent if only running the code would tell. */
  readonly names: ReadonlySet<string> | undefined;
}

/** The part of a syntax that shows what is exported. */
interface Exporting {
  readonly nodes: readonly Node[];
  readonly names: Names;
}

/** Finds what a CommonJS module exports: `exports.name = …` and `module.exports = …`. */
export function readExports({ nodes, names }: Exporting): ModuleExports {
  const functions = new Map<string, LocalFunction>();
  const exported = new Set<string>();
  let isKnown = true;
  const add = (name: string, value: Node): void => {
    exported.add(name);
    const target = functionOf(value, names);
    if (target) functions.set(name, target);
  };
  for (const node of nodes) {
    if (node.type === 'ExportAllDeclaration') isKnown = false;
    if (node.type === 'ExportDefaultDeclaration') add('default', node.declaration);
    if (node.type === 'ExportNamedDeclaration') addStatement(node);
    if (!isExports(node, names)) continue;
    const { parent } = node;
    const isMember = parent?.type === 'MemberExpression' && parent.object === node;
    const key = isMember ? keyOf(parent.property, parent.computed) : undefined;
    const around = isMember ? parent.parent : parent;
    const place = isMember ? parent : node;
    if (around?.type !== 'AssignmentExpression' || around.left !== place) {
      // `exports.other()` reads what it exports.
      isKnown &&= key !== undefined || around?.type === 'AssignmentExpression';
    } else if (isMember) {
      if (key === undefined) isKnown = false;
      else add(key, around.right);
    } else addWhole(around.right);
  }
  return { functions, names: isKnown ? exported : undefined };

  /** `export const name = …`, which is transpiled to `exports.name = …`. */
  function addStatement({ declaration, specifiers, source }: ExportNamedDeclaration): void {
    for (const { local, exported: name } of specifiers) {
      const key = name.type === 'Identifier' ? name.name : name.value;
      if (source) exported.add(key);
      else add(key, local);
    }
    if (declaration?.type === 'VariableDeclaration') {
      for (const { id, init } of declaration.declarations) {
        if (id.type === 'Identifier') add(id.name, init ?? id);
        else isKnown = false;
      }
    } else if (declaration && 'id' in declaration && declaration.id?.type === 'Identifier') {
      add(declaration.id.name, declaration);
    }
  }

  /** `module.exports = …`, maybe by a name. */
  function addWhole(value: Node): void {
    const whole =
      value.type === 'Identifier' ? (constantOf(names.variableOf(value)) ?? value) : value;
    if (isExports(whole, names) || whole.type === 'AssignmentExpression') return;
    add('', whole);
    if (whole.type !== 'ObjectExpression') isKnown = false;
    else {
      for (const property of whole.properties) {
        const key =
          property.type === 'Property' ? keyOf(property.key, property.computed) : undefined;
        if (property.type !== 'Property' || key === undefined) isKnown = false;
        else add(key, property.value);
      }
    }
  }
}

/** Whether a node is `exports` or `module.exports`. */
function isExports(node: Node, names: Names): boolean {
  if (node.type === 'Identifier') {
    const { parent } = node;
    const isKey =
      (parent?.type === 'MemberExpression' && parent.property === node && !parent.computed) ||
      (parent?.type === 'Property' && parent.key === node && !parent.shorthand);
    return node.name === 'exports' && !isKey && !names.variableOf(node);
  }
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'module' &&
    !names.variableOf(node.object) &&
    keyOf(node.property, node.computed) === 'exports'
  );
}
