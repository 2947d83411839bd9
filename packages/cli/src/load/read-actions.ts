import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../usage-error.ts';
import { toActionName } from './action-name.ts';
import type { ActionSource } from '@signup-actions/workbench';
import { readAction } from './read-action.ts';
import { readExport } from './read-export.ts';
import { explain } from './read-text.ts';
import { readTenantYaml } from './read-tenant-yaml.ts';

/** The Actions that the given paths stand for, in order: files, exported folders, a `tenant.yaml`. */
export async function readActions(paths: readonly string[]): Promise<readonly ActionSource[]> {
  const sources = await Promise.all(paths.map((path) => readPath(resolve(path))));
  return sources.flat().map(toUniqueName);
}

async function readPath(path: string): Promise<readonly ActionSource[]> {
  if (await isFolder(path)) return readExport(path);
  if (/\.ya?ml$/.test(path)) return readTenantYaml(path);
  return [await readAction(toActionName(path), path)];
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new UsageError(`Failed to read ${path}: ${explain(error)}.`);
  }
}

/** What a flow did is told by its Actions' names: two files of one name must not pass for one Action. */
function toUniqueName(
  action: ActionSource,
  index: number,
  all: readonly ActionSource[],
): ActionSource {
  const before = all.slice(0, index).filter(({ name }) => name === action.name).length;
  return before === 0 ? action : { ...action, name: `${action.name} (${before + 1})` };
}
