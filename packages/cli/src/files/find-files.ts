import type { Dirent } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isInstalledOrBuilt } from '@signup-actions/workbench/files';
import { UsageError } from '../usage-error.ts';
import { explainFileError } from './read-text.ts';

/** Whether a file or folder exists at this path. */
export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Whether this path is a folder. Throws a {@link UsageError} if there is nothing; `attempt` is what failed then. */
export async function isFolder(path: string, attempt = 'read'): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new UsageError(`Failed to ${attempt} ${path}: ${explainFileError(error)}.`);
  }
}

/** Whether this path is a file, not a pipe or a device. */
export const isRegularFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** The names of the matching files in a folder, sorted. Skips what is built or hidden. */
export async function listFiles(folder: string, pattern = /./): Promise<readonly string[]> {
  const entries = await listEntries(folder);
  return entries.flatMap((entry) =>
    !entry.isDirectory() && pattern.test(entry.name) ? [entry.name] : [],
  );
}

/** The paths of the matching files somewhere in a folder, sorted, with slashes. Skips what is installed, built or hidden. */
export async function findFiles(folder: string, pattern = /./): Promise<readonly string[]> {
  const inside = async (path: string): Promise<readonly string[]> => {
    const entries = await listEntries(join(folder, path));
    const found = await Promise.all(
      entries.map(async (entry) => {
        const below = `${path}${entry.name}`;
        if (entry.isDirectory()) return inside(`${below}/`);
        return pattern.test(below) ? [below] : [];
      }),
    );
    return found.flat();
  };
  return (await inside('')).toSorted();
}

/** What is in a folder, by name; nothing if the folder cannot be read. */
async function listEntries(folder: string): Promise<readonly Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter(({ name }) => !isInstalledOrBuilt(name))
    .toSorted((first, second) => (first.name < second.name ? -1 : 1));
}
