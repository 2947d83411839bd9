import { readFile } from 'node:fs/promises';
import { UsageError } from '../usage-error.ts';

/** Reads a text file that the user named. Throws a {@link UsageError} if it cannot be read. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`Failed to read ${file}: ${explainFileError(error)}.`);
  }
}

const explanations: { readonly [code: string]: string } = {
  EACCES: 'permission is denied',
  EISDIR: 'it is a folder, but a file is needed',
  ENOENT: 'there is no such file',
};

/** Why the operating system refused to read or write a file, for the end of a sentence. */
export const explainFileError = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && explanations[code]) || message;
};
