import type { Shell } from '../shell.ts';
import { loadColumns } from './columns.ts';
import { fitText } from './fit-text.ts';

/** Prints lines in the room that the terminal has. */
export type Show = (text: string) => Promise<void>;

const minColumns = 20;

/** Prints a whole report: `text` in the room that the terminal has, and any other format as it is. */
export async function printReport(
  shell: Pick<Shell, 'print' | 'stdout'>,
  format: string,
  text: string,
): Promise<void> {
  if (format === 'text') await createShow(shell, { isVerbose: true })(text);
  else shell.print(text);
}

/** Returns a function that prints to a terminal or a file; all of it, or without what is very long. */
export function createShow(
  { print, stdout }: Pick<Shell, 'print' | 'stdout'>,
  { isVerbose }: { readonly isVerbose: boolean },
): Show {
  // Some terminals say that they have no columns.
  const columns = stdout.isTTY && (stdout.columns ?? 0) >= minColumns ? stdout.columns : undefined;
  return async (text) => {
    const isTooLong =
      columns !== undefined && text.split('\n').some(({ length }) => length > columns);
    if (isTooLong) await loadColumns();
    print(fitText(text, { columns, isVerbose }));
  };
}
