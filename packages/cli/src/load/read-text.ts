import { readFile } from 'node:fs/promises';
import { UsageError } from '../usage-error.ts';

/** The text of a file that the user named. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`Failed to read ${file}: ${explain(error)}.`);
  }
}

/** The JSON of a file that the user named. */
export async function readJson(file: string): Promise<unknown> {
  return parseJson(await readText(file), file);
}

/** Parses the text of `file` as JSON. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`Failed to read ${file}: it is not JSON (${(error as Error).message}).`);
  }
}

const explanations: { readonly [code: string]: string } = {
  EACCES: 'permission is denied',
  EISDIR: 'it is a folder, where a file is needed',
  ENOENT: 'there is no such file',
};

/** What the operating system says, in words. */
export const explain = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && explanations[code]) || message;
};
