import { rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CacheEntries } from '@signup-actions/workbench';

/** Keeps the cache for later runs. The file is replaced whole: a run that is broken off leaves the old one. */
export async function writeCacheFile(
  path: string | undefined,
  entries: CacheEntries,
): Promise<void> {
  if (path === undefined) return;
  const file = resolve(path);
  const draft = `${file}.${process.pid}.tmp`;
  const documents = entries.map(([key, text]) => [key, JSON.parse(text) as unknown]);
  const json = JSON.stringify(Object.fromEntries(documents), undefined, 2);
  // Actions may keep what is nobody else's business.
  await writeFile(draft, `${json}\n`, { mode: 0o600 });
  await rename(draft, file);
}
