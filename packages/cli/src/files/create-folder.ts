import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from '../usage-error.ts';
import { exists, isFolder } from './find-files.ts';
import { explainFileError } from './read-text.ts';

/** Throws a {@link UsageError} if files cannot be written into this folder, which need not exist yet. */
export async function assertWritable(folder: string): Promise<void> {
  let existing = folder;
  while (!(await exists(existing)) && dirname(existing) !== existing) existing = dirname(existing);
  if (!(await isFolder(existing, 'write to'))) {
    const what = existing === folder ? 'it' : existing;
    throw new UsageError(
      `Failed to write to ${folder}: ${what} is a file, but a folder is needed.`,
    );
  }
  try {
    await access(existing, constants.W_OK);
  } catch (error) {
    throw new UsageError(`Failed to write to ${folder}: ${explainFileError(error)}.`);
  }
}

/** Creates a folder and those above it. Node does so, too, but never ends where the system has no folders, as in `/proc`. */
export async function createFolder(folder: string): Promise<void> {
  if (await exists(folder)) return;
  await createFolder(dirname(folder));
  await mkdir(folder);
}
