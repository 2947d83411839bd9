import { globSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import type { MarkdownOptions } from 'vitepress';

type MarkdownIt = Parameters<NonNullable<MarkdownOptions['config']>>[0];

const folder = new URL('../snippets/terminal/', import.meta.url);

/** What commands printed in colour, as their tests recorded it; line by line. */
const recordings: readonly (readonly string[])[] = globSync('*.ansi', { cwd: folder }).map((file) =>
  readFileSync(new URL(file, folder), 'utf8').split('\n'),
);

/** Shows output of the command line in the colours of the terminal. */
export function colourOutput(markdown: MarkdownIt): void {
  const { fence } = markdown.renderer.rules;
  markdown.renderer.rules['fence'] = (tokens, index, ...rest) => {
    const token = tokens[index];
    const coloured = token?.info === 'text' ? findRecording(token.content) : undefined;
    if (!token || coloured === undefined) return fence?.(tokens, index, ...rest) ?? '';
    token.info = 'ansi';
    token.content = coloured;
    const html = fence?.(tokens, index, ...rest) ?? '';
    return html.replace('<span class="lang">ansi</span>', '<span class="lang">terminal</span>');
  };
}

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
