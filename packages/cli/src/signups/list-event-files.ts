import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { explain } from '../load/read-text.ts';
import { UsageError } from '../usage-error.ts';

/** The files of events in a folder, by name. */
export async function listEventFiles(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    const files = names.filter((name) => /\.(json|ndjson|jsonl)$/.test(name)).toSorted();
    if (files.length > 0) return files.map((name) => join(folder, name));
  } catch (error) {
    throw new UsageError(`Failed to read ${folder}: ${explain(error)}.`);
  }
  throw new UsageError(`Failed to read ${folder}: the folder holds no .json and no .ndjson file.`);
}
