import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isCacheDocument } from '@signup-actions/runtime-core/internal';
import type { CacheEntries } from '@signup-actions/workbench';
import { exists } from '../load/exists.ts';
import { readText } from '../load/read-text.ts';
import { UsageError } from '../usage-error.ts';

/** What the cache of earlier runs holds; a file that is not there yet is empty. Never changes the file. */
export async function readCacheFile(path: string | undefined): Promise<CacheEntries> {
  if (path === undefined) return [];
  const file = resolve(path);
  await assertWritable(file);
  if (!(await exists(file))) return [];
  const entries = parse(await readText(file));
  if (entries?.every(([, text]) => isCacheDocument(text))) return entries;
  throw new UsageError(
    `Failed to read ${file}: it is no cache that an earlier run has kept, and is left as it is.\nName another file with --cache, or mend or remove this one.`,
  );
}

async function assertWritable(file: string): Promise<void> {
  try {
    await access(dirname(file), constants.W_OK);
  } catch {
    throw new UsageError(
      `Failed to keep a cache in ${file}: its folder is not there, or cannot be written to.`,
    );
  }
}

function parse(text: string): CacheEntries | undefined {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
    return Object.entries(json).map(([key, document]) => [key, JSON.stringify(document)]);
  } catch {
    return undefined;
  }
}
