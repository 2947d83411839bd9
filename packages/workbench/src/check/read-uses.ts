import type { Node } from 'oxc-parser';
import type { CheckedSource } from './check-source.ts';
import type { Origin } from './origins/origin.ts';
import { keyOf } from './syntax/local-functions.ts';

/** The first place where the code of an Action uses something by its name. */
interface Use {
  readonly name: string;
  readonly offset: number;
}

/** What the code of an Action uses by names that only its tenant knows. */
export interface Uses {
  /** Packages, and modules of Node. */
  readonly packages: readonly Use[];
  readonly secrets: readonly Use[];
  /** Fields of the request's body, such as `ulp-company`. */
  readonly bodyFields: readonly Use[];
}

/** Finds the packages, secrets and fields of the form that the code of an Action uses, each once. */
export function readUses({ syntax, origins }: CheckedSource): Uses {
  const packages = new Map<string, Use>();
  const secrets = new Map<string, Use>();
  const bodyFields = new Map<string, Use>();
  const owner = syntax.owner === 'module' ? 'actions' : 'event';
  for (const node of syntax.nodes) {
    const path = requiredBy(node);
    if (path !== undefined && !/^(\.|\/|actions:)/.test(path)) {
      add(packages, toPackage(path), node.start);
    }
    const isPlace = node.type === 'MemberExpression' || node.type === 'Identifier';
    const origin = isPlace ? origins.originOf(node) : undefined;
    const secret = memberOf(origin, [owner, 'secrets']);
    if (secret !== undefined && /^\w+$/.test(secret)) add(secrets, secret, node.start);
    const field = memberOf(origin, ['event', 'request', 'body']);
    if (field !== undefined && /^[\w-]+$/.test(field)) add(bodyFields, field, node.start);
  }
  return {
    packages: [...packages.values()],
    secrets: [...secrets.values()],
    bodyFields: [...bodyFields.values()],
  };
}

/** The name of a direct member of the value that comes from `parent`. */
function memberOf(origin: Origin | undefined, parent: Origin): string | undefined {
  if (origin?.length !== parent.length + 1) return undefined;
  return parent.every((part, index) => part === origin[index]) ? origin.at(-1) : undefined;
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
