import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findFiles } from '../files/find-files.ts';

/** A test somewhere in a folder. */
export interface ExistingTest {
  /** Path inside the folder, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Reads the tests in a folder and its subfolders. */
export async function readTests(folder: string): Promise<readonly ExistingTest[]> {
  const paths = await findFiles(folder, /\.(test|spec)\.[cm]?[jt]s$/);
  return Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })),
  );
}
