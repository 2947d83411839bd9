import { createReadStream } from 'node:fs';
import { UsageError } from '../usage-error.ts';
import { createDecoder, explainFileError } from './read-text.ts';

/** A line of a file, and its number. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

/**
 * Reads a text file line by line; only one part of it is in memory. Lines with white space only are left out. Throws
 * a {@link UsageError} if the file cannot be read.
 */
export async function* readLines(file: string): AsyncGenerator<Line> {
  let decode: ((bytes?: Uint8Array) => string) | undefined;
  let rest = '';
  let number = 0;
  const toLines = (text: string): readonly Line[] => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    return lines.map((line) => ({ text: line, number: (number += 1) }));
  };
  const isFull = ({ text }: Line): boolean => text.trim() !== '';
  for await (const bytes of readBytes(file)) {
    decode ??= createDecoder(file, bytes);
    yield* toLines(decode(bytes)).filter(isFull);
  }
  yield* toLines(`${decode?.() ?? ''}\n`).filter(isFull);
}

async function* readBytes(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new UsageError(`Failed to read ${file}: ${explainFileError(error)}.`);
  }
}
