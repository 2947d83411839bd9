import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** The path of a file inside a folder, with slashes. */
export const toRelativePath = (folder: string, file: string): string =>
  relative(folder, file).split(sep).join('/');

/** The path of a file as code in a folder imports it. */
export function toSpecifier(folder: string, file: string): string {
  const path = toRelativePath(folder, file);
  return path.startsWith('.') ? path : `./${path}`;
}

/** The folder of the repository that the command runs in, or where it runs if that is in none. */
export function findRepository(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return cwd;
  }
}
