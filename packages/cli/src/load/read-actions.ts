import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../usage-error.ts';
import { toActionName } from './action-name.ts';
import type { ActionSource } from './action-source.ts';
import { readExport } from './read-export.ts';
import { explain, readText } from './read-text.ts';

/** The Actions that the given paths stand for, in order: files, or folders that the deploy tool exported. */
export async function readActions(paths: readonly string[]): Promise<readonly ActionSource[]> {
  const sources = await Promise.all(paths.map((path) => readPath(resolve(path))));
  return sources.flat();
}

async function readPath(path: string): Promise<readonly ActionSource[]> {
  if (await isFolder(path)) return readExport(path);
  return [{ name: toActionName(path), file: path, code: await readText(path) }];
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new UsageError(`Failed to read ${path}: ${explain(error)}.`);
  }
}
