import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { UsageError } from '../usage-error.ts';

/**
 * Reads a text file that the user named, as its editor shows it: UTF-8, or UTF-16 with a byte-order mark. Throws a
 * {@link UsageError} if it cannot be read.
 */
export async function readText(file: string): Promise<string> {
  const bytes = await readBytes(file).catch((error: unknown) => {
    throw new UsageError(`Failed to read ${file}: ${explainFileError(error)}.`);
  });
  const decode = createDecoder(file, bytes);
  return decode(bytes) + decode();
}

/** A file is read at once: asking another thread takes longer than reading. A pipe may have nothing to read yet. */
const readBytes = async (file: string): Promise<Buffer> =>
  statSync(file).isFile() ? readFileSync(file) : readFile(file);

/**
 * Returns a function that decodes a file part by part, and without a part ends it. `start` is the beginning of the file: the
 * byte-order mark, which is dropped, tells the encoding. The function throws a {@link UsageError} for bytes that are not text
 * in that encoding.
 */
export function createDecoder(file: string, start: Uint8Array): (bytes?: Uint8Array) => string {
  const [first, second] = start;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (bytes) => {
    try {
      const text = bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
      // UTF-16 without a mark is valid UTF-8 with a NUL in each character.
      if (!text.includes('\u0000')) return text;
    } catch {
      // It is not text.
    }
    throw new UsageError(`Failed to read ${file}: it is not UTF-8 text; save it as UTF-8.`);
  };
}

/** Gives a new version of a file the line ends that the file has. */
export const keepLineEnds = (before: string, after: string): string =>
  before.includes('\r\n') ? after.replaceAll(/\r?\n/g, '\r\n') : after;

const explanations: { readonly [code: string]: string } = {
  EACCES: 'permission is denied',
  EAGAIN: 'the machine has too many processes',
  EDQUOT: 'the disk quota is used up',
  EISDIR: 'it is a folder, but a file is needed',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENFILE: 'too many files are open',
  ENOENT: 'there is no such file',
  ENOMEM: 'the machine has too little memory',
  ENOSPC: 'no space is left on the device',
  ENOTDIR: 'a part of its path is not a folder',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
};

/** Why the operating system refused to read or write a file, for the end of a sentence. */
export const explainFileError = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && explanations[code]) || message;
};

/** An error of the operating system: the machine is at fault, not this command. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'errno' in error;

/** What a system call does, if its name is not an English word. */
const attempts: { readonly [syscall: string]: string } = {
  lstat: 'read',
  mkdir: 'create the folder',
  mkdtemp: 'create the folder',
  scandir: 'read the folder',
  spawn: 'start',
  stat: 'read',
  unlink: 'delete',
};

/** What the operating system refused to do, as a sentence. */
export function explainSystemError(error: NodeJS.ErrnoException): string {
  const { syscall = 'open', path } = error;
  return `The machine failed to ${attempts[syscall] ?? syscall}${path === undefined ? '' : ` ${path}`}: ${explainFileError(error)}.`;
}
