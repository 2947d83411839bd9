import { stripVTControlCharacters } from 'node:util';
import { columnsOf, wrapColumns } from './columns.ts';

/** How much room there is for a string. */
export interface Room {
  /** Columns of the terminal; absent if there is none, as in a file. */
  readonly columns?: number | undefined;
  /** Whether everything is shown, however long it is. */
  readonly isVerbose?: boolean | undefined;
}

const maxCharacters = 1_000;
const maxRows = 4;
const maxBlock = 60;
const shownOfBlock = 50;

/**
 * Fits a string into the room that it has: lines wrap below their own beginning, long ones are cut, and of many lines
 * that belong together the first are shown.
 */
export function fitText(text: string, { columns, isVerbose = false }: Room): string {
  const lines = isVerbose ? text.split('\n') : foldBlocks(text.split('\n'));
  return lines.flatMap((line) => fitLine(line, columns, isVerbose)).join('\n');
}

function fitLine(line: string, columns: number | undefined, isVerbose: boolean): readonly string[] {
  if (columns === undefined) return [isVerbose ? line : cut(line, maxCharacters)];
  if (columnsOf(line) <= columns || isAddress(line)) return [line];
  const indent = indentOf(line);
  const hang = ' '.repeat(Math.min(indent.length + 4, Math.floor(columns / 2)));
  const room = columns - hang.length;
  const whole = isVerbose ? line : cut(line, room * maxRows);
  const [first = '', ...rest] = wrapColumns(whole.trimStart(), room);
  return [`${indent}${first}`, ...rest.map((row) => `${hang}${row}`)];
}

/** In two parts, an address can neither be opened nor copied. */
const isAddress = (line: string): boolean =>
  /^\s*https?:\/\/\S+$/.test(stripVTControlCharacters(line));

// oxlint-disable-next-line no-control-regex -- this is what it removes
const halfEscape = /\u001b\[?[\d;]*$/;

/** Colours that the cut part would have ended end here. */
function cut(line: string, length: number): string {
  const more = line.length - length;
  if (more <= 0) return line;
  const reset = line.includes('\u001b') ? '\u001b[0m' : '';
  return `${line.slice(0, length).replace(halfEscape, '')}${reset}… (${more.toLocaleString('en')} more characters; --verbose shows them)`;
}

const indentOf = (line: string): string => /^ */.exec(line)?.[0] ?? '';

/** Lines of one indentation that follow one another belong together. */
function foldBlocks(lines: readonly string[]): readonly string[] {
  const blocks: string[][] = [];
  let last: string | undefined;
  for (const line of lines) {
    const indent = indentOf(stripVTControlCharacters(line));
    if (indent === last && indent !== '') blocks.at(-1)?.push(line);
    else blocks.push([line]);
    last = indent;
  }
  return blocks.flatMap((block) => {
    const more = block.length - shownOfBlock;
    if (block.length <= maxBlock) return block;
    const indent = indentOf(stripVTControlCharacters(block[0] ?? ''));
    return [
      ...block.slice(0, shownOfBlock),
      `${indent}… ${more.toLocaleString('en')} more lines; --verbose shows them`,
    ];
  });
}
