import type { Node } from 'oxc-parser';
import type { CheckedSource } from './check-source.ts';
import { keyOf } from './syntax/local-functions.ts';

/** The first place where the code of an Action uses something by its name. */
interface Use {
  readonly name: string;
  readonly offset: number;
}

/** What the code of an Action uses that an export declares. */
export interface Uses {
  /** Packages, and modules of Node. */
  readonly packages: readonly Use[];
  readonly secrets: readonly Use[];
}

/** Finds the packages and secrets that the code of an Action uses, each once. */
export function readUses({ syntax, origins }: CheckedSource): Uses {
  const packages = new Map<string, Use>();
  const secrets = new Map<string, Use>();
  for (const node of syntax.nodes) {
    const path = requiredBy(node);
    if (path !== undefined && !/^(\.|\/|actions:)/.test(path)) {
      add(packages, toPackage(path), node.start);
    }
    const secret = secretReadBy(node);
    if (secret !== undefined) add(secrets, secret, node.start);
  }
  return { packages: [...packages.values()], secrets: [...secrets.values()] };

  function secretReadBy(node: Node): string | undefined {
    const isPlace = node.type === 'MemberExpression' || node.type === 'Identifier';
    const [root, first, name, ...more] = (isPlace && origins.originOf(node)) || [];
    const isName = name !== undefined && /^\w+$/.test(name) && more.length === 0;
    const owner = syntax.owner === 'module' ? 'actions' : 'event';
    return root === owner && first === 'secrets' && isName ? name : undefined;
  }
}

function add(uses: Map<string, Use>, name: string, offset: number): void {
  if (!uses.has(name)) uses.set(name, { name, offset });
}

/** `@scope/name/path` is of the package `@scope/name`. */
const toPackage = (path: string): string => /^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path;

function requiredBy(node: Node): string | undefined {
  if (node.type === 'ImportDeclaration') {
    return node.importKind === 'type' ? undefined : node.source.value;
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined;
  const [name] = node.arguments;
  return node.callee.name === 'require' && name ? keyOf(name, true) : undefined;
}
