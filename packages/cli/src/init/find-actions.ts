import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findHandler, parseAction, type ParsedSource } from '@signup-actions/workbench';
import { oxcParser } from '@signup-actions/workbench/node';
import { listFiles } from '../files/find-files.ts';
import { toActionName } from '../load/read-action.ts';

/** An Action somewhere in a folder. */
export interface NearbyAction {
  readonly name: string;
  /** Path inside the folder, with slashes. */
  readonly path: string;
  readonly isTypeScript: boolean;
  /** Whether it has `import` or `export` statements. */
  readonly isModule: boolean;
  /** Names of the secrets that its code reads. */
  readonly secrets: readonly string[];
  /** Whether its code uses a dependency or the network. */
  readonly isConnected: boolean;
}

const isTest = (path: string): boolean => /\.(test|spec|d)\.\w+$/.test(path);

/** Finds the Actions in a folder and its subfolders: the files that export a handler. */
export async function findActions(folder: string): Promise<readonly NearbyAction[]> {
  const paths = await listFiles(folder, '**/*.{js,cjs,ts,cts}');
  const actions = await Promise.all(
    paths.filter((path) => !isTest(path)).map((path) => readNearbyAction(folder, path)),
  );
  return actions.filter((action) => action !== undefined);
}

async function readNearbyAction(folder: string, path: string): Promise<NearbyAction | undefined> {
  const file = join(folder, path);
  const source = await readFile(file, 'utf8');
  const name = toActionName(file);
  const { program, isTypeScript, isModule } = parseAction(oxcParser, { file, source });
  if (findHandler(oxcParser, program).type !== 'function') return undefined;
  const secrets = findSecrets(program);
  const isConnected = /\b(require|fetch)\s*\(|^\s*import\b(?! type)/m.test(source);
  return { name, path, isTypeScript, isModule, secrets, isConnected };
}

/** The properties that are read from anything called `secrets`: `event.secrets.KEY`, `const { KEY } = event.secrets`. */
function findSecrets(program: ParsedSource['program']): readonly string[] {
  const names = new Set<string>();
  oxcParser.walk(program, {
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
