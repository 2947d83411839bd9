import { readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import {
  findHandler,
  parseAction,
  toActionName,
  toModuleName,
  walk,
  type ParsedSource,
} from '@signup-actions/workbench';
import { oxcParser } from '@signup-actions/workbench/node';
import { findFiles } from '../files/find-files.ts';
import { machineFiles } from '../load/machine-files.ts';

/** An Action somewhere in a folder. */
export interface NearbyAction {
  readonly name: string;
  /** Path inside the folder, with slashes. */
  readonly path: string;
  readonly isTypeScript: boolean;
  /** Whether it has `import` or `export` statements. */
  readonly isModule: boolean;
  /** How its source shows the handler: `named` is plain enough for Node to find the name in CommonJS. */
  readonly handler: 'named' | 'in an object' | 'unclear' | 'missing';
  /** Names of the secrets that its code reads. */
  readonly secrets: readonly string[];
  /** Names of the secrets that an export declares, which are all that the Action gets; absent if nothing declares any. */
  readonly declaredSecrets?: readonly string[];
  /** The packages that it loads, and `fetch`: what the test may have to provide. */
  readonly uses: readonly string[];
  /** The Actions modules that it requires. */
  readonly modules: readonly NearbyModule[];
}

/** An Actions module that an Action requires. */
export interface NearbyModule {
  readonly name: string;
  /** Path inside the folder, with slashes; absent if the folder has no export that holds it. */
  readonly path?: string;
  /** Names of the secrets that it declares. */
  readonly secrets: readonly string[];
}

const isTest = (path: string): boolean => /\.(test|spec|d)\.\w+$/.test(path);

/** Finds the Actions in a folder and its subfolders: the files that export a handler. */
export async function findActions(folder: string): Promise<readonly NearbyAction[]> {
  const paths = await findFiles(folder, /\.c?[jt]s$/);
  const files = await Promise.all(
    paths.filter((path) => !isTest(path)).map((path) => readNearbyAction(folder, path)),
  );
  return files.filter(({ handler }) => handler === 'named' || handler === 'in an object');
}

/** Reads what `init` needs to know of an Action. */
export async function readNearbyAction(
  folder: string,
  path: string,
  name: string = toActionName(join(folder, path), machineFiles.paths),
): Promise<NearbyAction> {
  const file = join(folder, path);
  const source = await readFile(file, 'utf8');
  const { program, isTypeScript, isModule } = parseAction(oxcParser, { file, source });
  return {
    name,
    path,
    isTypeScript,
    isModule,
    handler: describeHandler(program),
    secrets: findSecrets(program),
    uses: findUses(program),
    modules: findModules(program),
  };
}

function describeHandler(program: ParsedSource['program']): NearbyAction['handler'] {
  const handler = findHandler(program);
  if (handler.type === 'function') return handler.property ? 'in an object' : 'named';
  return handler.type === 'unclear' ? 'unclear' : 'missing';
}

/** The properties that are read from anything called `secrets`: `event.secrets.KEY`, `const { KEY } = event.secrets`. */
function findSecrets(program: ParsedSource['program']): readonly string[] {
  const names = new Set<string>();
  walk(program, {
    MemberExpression({ object, property }) {
      if (object.type !== 'MemberExpression' || object.property.type !== 'Identifier') return;
      if (object.property.name !== 'secrets') return;
      if (property.type === 'Identifier') names.add(property.name);
      if (property.type === 'Literal') names.add(String(property.value));
    },
    VariableDeclarator({ id, init }) {
      if (id.type !== 'ObjectPattern' || init?.type !== 'MemberExpression') return;
      if (init.property.type !== 'Identifier' || init.property.name !== 'secrets') return;
      for (const property of id.properties) {
        if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
        names.add(property.key.name);
      }
    },
  });
  return [...names];
}

const networkModules = /^(node:)?(https?|http2|net|tls|dgram|dns)(\/|$)/;

function findUses(program: ParsedSource['program']): readonly string[] {
  const names = new Set<string>();
  const addModule = (specifier: string): void => {
    if (/^(\.|\/|actions:)/.test(specifier)) return;
    if (isBuiltin(specifier) && !networkModules.test(specifier)) return;
    const [scope = '', name = ''] = specifier.split('/');
    names.add(scope.startsWith('@') ? `${scope}/${name}` : scope);
  };
  walk(program, {
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type !== 'Identifier') return;
      if (callee.name === 'fetch') names.add('fetch');
      if (callee.name !== 'require' || first?.type !== 'Literal') return;
      if (typeof first.value === 'string') addModule(first.value);
    },
    ImportDeclaration({ source, importKind }) {
      if (importKind !== 'type') addModule(source.value);
    },
  });
  return [...names];
}

/** The modules that an Action requires, without what an export says of them. */
function findModules(program: ParsedSource['program']): readonly NearbyModule[] {
  const names = new Set<string>();
  walk(program, {
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type !== 'Identifier' || callee.name !== 'require') return;
      const name = first?.type === 'Literal' ? toModuleName(first.value) : undefined;
      if (name !== undefined) names.add(name);
    },
  });
  return [...names].map((name) => ({ name, secrets: [] }));
}

/** Whether a name in {@link NearbyAction.uses} is a package that can be installed. */
export const isPackage = (name: string): boolean => name !== 'fetch' && !isBuiltin(name);
