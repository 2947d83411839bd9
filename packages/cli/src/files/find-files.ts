import { access, glob, stat } from 'node:fs/promises';
import { basename, sep } from 'node:path';
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

const isInstalledOrBuilt = (path: string): boolean =>
  /^(node_modules|dist|build|coverage|\.[^.].*)$/.test(basename(path));

/** The paths of the matching files in a folder, sorted, with slashes. Skips what is installed, built or hidden. */
export async function listFiles(folder: string, pattern: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for await (const path of glob(pattern, { cwd: folder, exclude: isInstalledOrBuilt })) {
    paths.push(path.split(sep).join('/'));
  }
  return paths.toSorted();
}
