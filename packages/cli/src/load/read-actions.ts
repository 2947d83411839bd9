import { stat } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { UsageError } from '../usage-error.ts';
import type { ActionSource } from './action-source.ts';
import { assertCodeLimits } from './assert-limits.ts';
import { readAction } from './read-action.ts';
import { readExport } from './read-export.ts';
import { explain } from './read-text.ts';
import { readTenantYaml } from './read-tenant-yaml.ts';

/** The Actions that the given paths stand for, in order: files, exported folders, a `tenant.yaml`. */
export async function readActions(paths: readonly string[]): Promise<readonly ActionSource[]> {
  const sources = await Promise.all(paths.map((path) => readPath(resolve(path))));
  const actions = sources.flat().map(toUniqueName);
  assertCodeLimits(actions);
  return actions;
}

async function readPath(path: string): Promise<readonly ActionSource[]> {
  if (await isFolder(path)) return readExport(path);
  if (/\.ya?ml$/.test(path)) return readTenantYaml(path);
  return [await readAction(toName(path), path)];
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new UsageError(`Failed to read ${path}: ${explain(error)}.`);
  }
}

/** A file is named after itself; the `code.js` of an export after its folder. */
function toName(file: string): string {
  const name = basename(file, extname(file));
  return name === 'code' || name === 'index' ? basename(dirname(file)) : name;
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
