import { join } from 'node:path';
import { findHandler, parseAction, type ActionSource } from '@signup-actions/workbench';
import { oxcParser } from '@signup-actions/workbench/node';
import { exists, isFolder, listFiles } from '../files/find-files.ts';
import { readAction } from './read-action.ts';
import { readActions } from './read-actions.ts';

/** Actions to check: those of exported flows, and files that are bound to nothing. */
export interface Library {
  readonly actions: readonly ActionSource[];
  /** The Actions of each flow, in binding order. */
  readonly flows: readonly (readonly ActionSource[])[];
}

/** Reads what is at these absolute paths: Action files, exported tenants, and folders with Action files in them. */
export async function readLibrary(paths: readonly string[]): Promise<Library> {
  const read = await Promise.all(paths.map(readPath));
  const flows = read.filter(({ isFlow }) => isFlow).map(({ actions }) => actions);
  return { actions: read.flatMap(({ actions }) => actions), flows };
}

interface ReadPath {
  readonly actions: readonly ActionSource[];
  readonly isFlow: boolean;
}

async function readPath(path: string): Promise<ReadPath> {
  if (!(await isFolder(path))) {
    return { actions: await readActions([path]), isFlow: /\.ya?ml$/.test(path) };
  }
  const exported = await Promise.all(
    ['triggers/triggers.json', 'tenant.yaml'].map((file) => exists(join(path, file))),
  );
  const loose = exported.includes(true) ? [] : await readLoose(path);
  // Without any, the folder is refused as an export would be.
  return loose.length > 0
    ? { actions: loose, isFlow: false }
    : { actions: await readActions([path]), isFlow: true };
}

/** The Actions somewhere in a folder. Tests, and files that only others require, are none. */
async function readLoose(folder: string): Promise<readonly ActionSource[]> {
  const paths = await listFiles(folder, '**/*.{js,cjs,ts,cts}');
  const files = paths.filter((path) => !/\.(test|spec|d|config)\.\w+$/.test(path));
  const actions = await Promise.all(files.map((path) => readAction(join(folder, path))));
  return actions.filter(isAction);
}

/** Whether a file is an Action, or is meant as one: its handler may be missing. */
function isAction(action: ActionSource): boolean {
  const { source } = action;
  const { program, syntaxErrors } = parseAction(oxcParser, action);
  if (syntaxErrors.length > 0) return /onExecute|exports/.test(source);
  const handler = findHandler(program);
  if (handler.type !== 'missing')
    return handler.type !== 'unclear' || source.includes('onExecutePreUserRegistration');
  const [first] = handler.whole?.params ?? [];
  const isWhole =
    first?.type === 'ObjectPattern' ||
    (first?.type === 'Identifier' && /^(event|user|context)$/.test(first.name));
  return isWhole || handler.other !== undefined;
}
