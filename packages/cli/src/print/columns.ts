// How many columns of a terminal a text takes. What measures every character of Unicode takes longer to load than
// everything else, so it is loaded when there is a character that needs it.
import { stripVTControlCharacters } from 'node:util';

interface Wide {
  readonly measure: (text: string) => number;
  readonly wrap: (text: string, columns: number, options: { readonly hard: boolean }) => string;
}

let wide: Wide | undefined;

/** Loads what measures and wraps any text. */
export async function loadColumns(): Promise<void> {
  if (wide) return;
  const [{ default: measure }, { default: wrap }] = await Promise.all([
    import('string-width'),
    import('wrap-ansi'),
  ]);
  wide = { measure, wrap };
}

/** Whether every character of a string takes one column: ASCII, and the marks of our reports. */
export const isNarrow = (text: string): boolean => /^[\u0020-\u007e\n✓✗·│┊→─…]*$/.test(text);

/** How many columns a string takes; colours take none. */
export function columnsOf(text: string): number {
  const plain = stripVTControlCharacters(text);
  return wide && !isNarrow(plain) ? wide.measure(plain) : plain.length;
}

/** The string with spaces after it, up to a number of columns: a wide character takes two. */
export const padColumns = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - columnsOf(text)));

/** The string in rows of at most so many columns; whole until {@link loadColumns} has resolved. */
export const wrapColumns = (text: string, columns: number): readonly string[] =>
  (wide ? wide.wrap(text, columns, { hard: true }) : text).split('\n');
