import { access, constants, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isCacheDocument } from '@signup-actions/runtime-core/internal';
import type { CacheEntries } from '@signup-actions/workbench';
import { exists } from '../files/find-files.ts';
import { isJsonObject, parseJsonIfValid } from '../files/json.ts';
import { explainFileError, readText } from '../files/read-text.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Reads the cache that earlier runs kept in the file at this absolute path; a file that does not exist yet is an
 * empty cache. Throws a {@link UsageError} for a file that is not a cache or cannot be written later. Never changes
 * the file.
 */
export async function readCacheFile(file: string): Promise<CacheEntries> {
  await assertWritable(file);
  if (!(await exists(file))) return [];
  const documents = parseJsonIfValid(await readText(file));
  if (isJsonObject(documents)) {
    const entries = Object.entries(documents).map(
      ([key, document]) => [key, JSON.stringify(document)] as const,
    );
    if (entries.every(([, document]) => isCacheDocument(document))) return entries;
  }
  throw new UsageError(
    `Failed to read ${file}: it is not a cache file written by signup-actions and was not changed.\nFix or delete it, or pass another file with --cache.`,
  );
}

async function assertWritable(file: string): Promise<void> {
  try {
    await access(dirname(file), constants.W_OK);
  } catch {
    throw new UsageError(
      `Failed to keep the cache in ${file}: its folder does not exist or is not writable.`,
    );
  }
}

/** Returns a function that keeps the cache for later runs if it differs from what the file has. */
export function createCacheWriter(
  file: string,
  before: CacheEntries,
): (entries: CacheEntries) => Promise<void> {
  let written = JSON.stringify(before);
  return async (entries) => {
    const after = JSON.stringify(entries);
    if (after === written) return;
    await writeCacheFile(file, entries);
    written = after;
  };
}

/**
 * Replaces the file as a whole: an interrupted run leaves the old one. Throws a {@link UsageError} if it cannot be
 * written.
 */
async function writeCacheFile(file: string, entries: CacheEntries): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  const documents = entries.map(([key, document]) => [key, JSON.parse(document) as unknown]);
  const json = JSON.stringify(Object.fromEntries(documents), undefined, 2);
  // Only its owner may read it: Actions may cache personal data.
  try {
    await writeFile(draft, `${json}\n`, { mode: 0o600 });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw new UsageError(`Failed to keep the cache in ${file}: ${explainFileError(error)}.`);
  }
}
