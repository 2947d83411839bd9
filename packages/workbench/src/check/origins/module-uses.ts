import type { Node, StringLiteral } from 'oxc-parser';
import { toModuleName } from '../../platform/action.ts';
import { keyOf } from '../syntax/local-functions.ts';
import type { Syntax } from '../syntax/read-syntax.ts';
import type { Received, ReceivedByExport } from './bind-parameters.ts';
import type { Origins } from './read-origins.ts';

/** An Actions module that the code requires. */
export interface RequiredModule {
  readonly name: string;
  readonly offset: number;
  /** The string that names it. */
  readonly literal: StringLiteral;
}

/** The Actions modules that the code requires by their names. */
export const readModules = ({ nodes }: Pick<Syntax, 'nodes'>): readonly RequiredModule[] =>
  nodes.flatMap((node) => {
    const literal =
      node.type === 'ImportDeclaration' && node.importKind !== 'type'
        ? node.source
        : node.type === 'CallExpression' &&
            node.callee.type === 'Identifier' &&
            node.callee.name === 'require'
          ? node.arguments[0]
          : undefined;
    if (literal?.type !== 'Literal' || typeof literal.value !== 'string') return [];
    const name = toModuleName(literal.value);
    return name === undefined ? [] : [{ name, offset: node.start, literal }];
  });

/** What code does with an export of a module. */
export interface ExportUse {
  readonly module: string;
  /** The name of the export; `''` is `module.exports` itself. */
  readonly name: string;
  /** Where the code names it. */
  readonly node: Node;
  /** What the code passes to it; absent if it does not call it. */
  readonly received?: readonly (Received | undefined)[];
}

/** The exports of modules that the code uses by their names. */
export function readExportUses(
  { nodes, names }: Syntax,
  { receivedFrom }: Origins,
): readonly ExportUse[] {
  return nodes.flatMap((node): readonly ExportUse[] => {
    if (node.type === 'Property' && node.parent?.type === 'ObjectPattern') {
      const { parent } = node.parent;
      const module =
        parent?.type === 'VariableDeclarator' && parent.init ? moduleOf(parent.init) : undefined;
      const name = keyOf(node.key, node.computed);
      return module !== undefined && name !== undefined ? [{ module, name, node: node.key }] : [];
    }
    const used = node.type === 'MemberExpression' || node.type === 'Identifier';
    const [module, name] = (used && exportOf(node)) || [];
    if (module === undefined || name === undefined) return [];
    const { parent } = node;
    const received =
      parent?.type === 'CallExpression' && parent.callee === node
        ? { received: parent.arguments.map(receivedFrom) }
        : {};
    const place = node.type === 'MemberExpression' ? node.property : node;
    // A name that was taken out of a module is named there already.
    if (node.type === 'Identifier' && !('received' in received)) return [];
    return [{ module, name, node: place, ...received }];
  });

  /** The export that an expression is: `team.isTeam`, or a name for it. */
  function exportOf(node: Node): readonly [module: string, name: string] | undefined {
    if (node.type === 'MemberExpression') {
      const module = moduleOf(node.object);
      const name = keyOf(node.property, node.computed);
      return module !== undefined && name !== undefined ? [module, name] : undefined;
    }
    const module = moduleOf(node);
    if (module !== undefined) return [module, ''];
    const variable = names.variableOf(node);
    const [definition, ...others] = variable?.defs ?? [];
    const declarator = definition?.node as Node | undefined;
    if (others.length > 0 || declarator?.type !== 'VariableDeclarator' || !declarator.init) {
      return undefined;
    }
    const from = moduleOf(declarator.init);
    if (declarator.id.type !== 'ObjectPattern' || from === undefined) {
      return declarator.init.type === 'MemberExpression' ? exportOf(declarator.init) : undefined;
    }
    const property = declarator.id.properties.find(
      (each) => each.type === 'Property' && each.value === (definition?.name as unknown),
    );
    const name = property?.type === 'Property' && keyOf(property.key, property.computed);
    return typeof name === 'string' ? [from, name] : undefined;
  }

  /** The module that an expression is: a call of `require`, or a name for it. */
  function moduleOf(node: Node): string | undefined {
    if (node.type === 'CallExpression') {
      const [found] = readModules({ nodes: [node] });
      return found?.name;
    }
    if (node.type !== 'Identifier') return undefined;
    const [definition, ...others] = names.variableOf(node)?.defs ?? [];
    const declarator = definition?.node as Node | undefined;
    const isNamed =
      others.length === 0 &&
      declarator?.type === 'VariableDeclarator' &&
      declarator.id.type === 'Identifier';
    return isNamed && declarator.init?.type === 'CallExpression'
      ? moduleOf(declarator.init)
      : undefined;
  }
}

/** What every call of each export of a module passes; nothing where calls pass different things. */
export function mergeReceived(uses: readonly ExportUse[]): ReceivedByExport {
  const merged = new Map<string, readonly (Received | undefined)[]>();
  for (const { name, received } of uses) {
    if (!received) continue;
    const before = merged.get(name);
    merged.set(
      name,
      before ? before.map((value, index) => common(value, received[index])) : received,
    );
  }
  return merged;
}

const common = (first: Received | undefined, second: Received | undefined): Received | undefined =>
  JSON.stringify(first) === JSON.stringify(second) ? first : undefined;
