import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  findHandler,
  parseAction,
  toActionName,
  type ParsedSource,
} from '@signup-actions/workbench';
import { oxcParser } from '@signup-actions/workbench/node';
import { findFiles } from '../files/find-files.ts';
import { machineFiles } from '../load/machine-files.ts';
import { findModules, findSecrets, findUses } from './find-uses.ts';

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
    modules: findModules(program).map((module) => ({ name: module, secrets: [] })),
  };
}

function describeHandler(program: ParsedSource['program']): NearbyAction['handler'] {
  const handler = findHandler(program);
  if (handler.type === 'function') return handler.property ? 'in an object' : 'named';
  return handler.type === 'unclear' ? 'unclear' : 'missing';
}
