import { parseEnv } from 'node:util';
import { readText } from '../files/read-text.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Reads a file with one `NAME=VALUE` per line; without a file, there are no values. Throws a {@link UsageError} for a line
 * that Node would ignore.
 */
export const readEnvFile = async (
  file: string | undefined,
): Promise<Readonly<Record<string, string>>> =>
  file === undefined ? {} : parseEnvFile(await readText(file), file);

function parseEnvFile(text: string, file: string): Readonly<Record<string, string>> {
  // The name of an Actions module may have spaces. The value of a quoted one may have several lines.
  const assignment =
    /^[^\S\n]*(?:export\s+)?(?:[^\s=#"'`][^=\n]*\.)?[\w.-]+[^\S\n]*=[^\S\n]*(?:(["'`])[^]*?\1.*|.*)$/gm;
  const blank = (part: string): string => part.replaceAll(/[^\n]/g, '');
  const rest = text.replaceAll('\r', '').replaceAll(assignment, blank).split('\n');
  const index = rest.findIndex((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  if (index !== -1) {
    throw new UsageError(
      `Failed to read ${file}:${index + 1}: each line must be NAME=VALUE, or a comment that begins with #.`,
    );
  }
  return Object.fromEntries(
    Object.entries(parseEnv(text)).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
