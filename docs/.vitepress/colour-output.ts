import { globSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import type { MarkdownOptions } from 'vitepress';

type MarkdownIt = Parameters<NonNullable<MarkdownOptions['config']>>[0];

const folder = new URL('../snippets/terminal/', import.meta.url);

/** What commands printed in colour, as their tests recorded it; line by line. */
const recordings: readonly (readonly string[])[] = globSync('*.ansi', { cwd: folder }).map((file) =>
  readFileSync(new URL(file, folder), 'utf8').split('\n'),
);

/** A block of a page. */
interface Fence {
  info: string;
  content: string;
  /** Where the site's framework keeps the file of an imported snippet, which has no content yet. */
  src?: readonly string[];
}

const readFence = ({ content, src: [file] = [] }: Fence): string =>
  file === undefined ? content : readFileSync(file, 'utf8');

/** Shows output of the command line in the colours of the terminal. */
export function colourOutput(markdown: MarkdownIt): void {
  const { fence } = markdown.renderer.rules;
  markdown.renderer.rules['fence'] = (tokens, index, ...rest) => {
    const token = tokens[index] as Fence | undefined;
    const coloured =
      token && /^text\b/.test(token.info) ? findRecording(readFence(token)) : undefined;
    if (token && coloured !== undefined) {
      token.info = 'ansi';
      token.content = toReadable(coloured);
      delete token.src;
    }
    return fence?.(tokens, index, ...rest) ?? '';
  };
}

/** Faint text in the grey of the terminal: at half its opacity it would be too pale to read. */
const toReadable = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- these are the colours
  text.replaceAll(/\u001B\[2m(.*?)\u001B\[22m/g, '\u001B[90m$1\u001B[39m');

/** The recorded lines that a page quotes, with their colours; nothing if no command printed them. */
export function findRecording(quoted: string): string | undefined {
  const lines = quoted.trimEnd().split('\n').map(toComparable);
  for (const recorded of recordings) {
    const plain = recorded.map(toComparable);
    const start = plain.findIndex((_, from) =>
      lines.every((line, offset) => line === plain[from + offset]),
    );
    if (start !== -1) return recorded.slice(start, start + lines.length).join('\n');
  }
  return undefined;
}

/** A line without colours and times. */
const toComparable = (line: string): string =>
  stripVTControlCharacters(line)
    .replaceAll(/\d+(\.\d+)? ms/g, '0 ms')
    .replaceAll(/"expires_at":\d+/g, '"expires_at":0');
