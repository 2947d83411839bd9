import type { ActionSource } from '@signup-actions/workbench';
import { isFolder } from '../files/find-files.ts';
import { UsageError } from '../usage-error.ts';
import { readAction } from './read-action.ts';

/** Reads the Actions at these absolute paths, in order: Action files, exported folders, a `tenant.yaml`. */
export async function readActions(paths: readonly string[]): Promise<readonly ActionSource[]> {
  const sources = await Promise.all(paths.map(readPath));
  return sources.flat().map(toUniqueName);
}

/** The Actions of these names, in their order; all of them if there are no names. Throws for a name that none has. */
export function selectActions(
  actions: readonly ActionSource[],
  names: readonly string[],
): readonly ActionSource[] {
  if (names.length === 0) return actions;
  const known = actions.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return actions.filter(({ name }) => names.includes(name));
  throw new UsageError(
    `Failed to use --only ${unknown}: no Action has that name.\nActions: ${known.join(', ')}.`,
  );
}

async function readPath(path: string): Promise<readonly ActionSource[]> {
  const isExport = await isFolder(path);
  if (!isExport && !/\.ya?ml$/.test(path)) return [await readAction(path)];
  const { readExport, readTenantYaml } = await import('./read-export.ts');
  return isExport ? readExport(path) : readTenantYaml(path);
}

/** Reports identify Actions by name, so two files of the same name get different ones. */
function toUniqueName(
  action: ActionSource,
  index: number,
  all: readonly ActionSource[],
): ActionSource {
  const before = all.slice(0, index).filter(({ name }) => name === action.name).length;
  return before === 0 ? action : { ...action, name: `${action.name} (${before + 1})` };
}
