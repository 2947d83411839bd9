import type { Readable } from 'node:stream';

/** A line is kept up to here, so that an Action that prints without an end does not fill the memory of the server. */
export const maxLineCharacters = 16_384;

/** Calls `onLine` with each line of a stream, and with what is left at its end. The rest of a longer line is dropped. */
export function readLines(stream: Readable, onLine: (line: string) => void): void {
  let line = '';
  const end = (): void => {
    if (line !== '') onLine(line);
    line = '';
  };
  stream.setEncoding('utf8').on('data', (text: string) => {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) end();
      line += part.slice(0, maxLineCharacters - line.length);
    }
  });
  stream.once('end', end);
}
