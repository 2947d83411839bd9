import { glob } from 'node:fs/promises';
import { basename, sep } from 'node:path';

const isInstalledOrBuilt = (path: string): boolean =>
  /^(node_modules|dist|build|coverage|\.[^.].*)$/.test(basename(path));

/** Paths of the files in a folder that match, with slashes and sorted: none that is installed, built or hidden. */
export async function listFiles(folder: string, pattern: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for await (const path of glob(pattern, { cwd: folder, exclude: isInstalledOrBuilt })) {
    paths.push(path.split(sep).join('/'));
  }
  return paths.toSorted();
}
