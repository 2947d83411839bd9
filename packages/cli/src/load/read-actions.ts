import { stat } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { UsageError } from '../usage-error.ts';
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
  return [{ name: toName(path), file: path, code: await readText(path) }];
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
