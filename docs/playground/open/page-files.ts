import type { TenantFiles } from '@signup-actions/workbench';
import { UsageError } from '@signup-actions/workbench/files';
import { basename, dirname, extname, join, resolve } from 'pathe';
import type { OpenedFile } from './opened-file.ts';

/** The opened files as readers of tenants see them: in the folder `/`. */
export function createPageFiles(opened: readonly OpenedFile[]): TenantFiles {
  const files = new Map(opened.map((file) => [join('/', file.path), file]));
  const paths = [...files.keys()].toSorted();
  const isIn = (folder: string, path: string): boolean =>
    path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
  const isFolder = (path: string): boolean => paths.some((file) => isIn(path, file));
  return {
    paths: { basename, dirname, extname, join, resolve },
    async readText(path) {
      const file = files.get(path);
      if (!file) {
        const why = isFolder(path)
          ? 'it is a folder, but a file is needed'
          : 'it was not opened, so open the whole folder';
        throw new UsageError(`Failed to read ${path}: ${why}.`);
      }
      return file.read().catch((error: unknown) => {
        throw new UsageError(`Failed to read ${path}: ${(error as Error).message}.`);
      });
    },
    exists: (path) => Promise.resolve(files.has(path) || isFolder(path)),
    isFolder: (path) => Promise.resolve(isFolder(path)),
    listFiles: (folder, { isDeep = false } = {}) =>
      Promise.resolve(
        paths
          .filter((path) => isIn(folder, path))
          .map((path) => path.slice(folder.endsWith('/') ? folder.length : folder.length + 1))
          .filter((path) => isDeep || !path.includes('/')),
      ),
  };
}
