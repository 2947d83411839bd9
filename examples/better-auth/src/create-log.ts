import { Console } from 'node:console';
import { PassThrough } from 'node:stream';
import { defaultLimits, redactText } from '@signup-actions/runtime-core';
import { maxLineCharacters, readLines } from './read-lines.ts';
import type { Secrets } from './read-tenant.ts';

type Texts = Readonly<Record<string, string>>;

/**
 * Writes an entry of the log. `ours` are words of this server. `texts` are what Actions, clients and libraries
 * supplied: the values of secrets in them are replaced.
 */
export type Log = (ours: Texts & { readonly type: string }, texts?: Texts) => void;

/** Options of {@link createLog}. */
export interface LogOptions {
  readonly secrets: Secrets;
  readonly write: (line: string) => void;
  /** By default the system's. */
  readonly now?: () => Date;
}

/** Creates a log of JSON, one line for each entry: nothing in a string can begin another entry. */
export function createLog({ secrets, write, now = () => new Date() }: LogOptions): Log {
  // Frozen, so that the search for them is prepared once.
  const named = Object.freeze(Object.entries(secrets).map(([name, value]) => ({ name, value })));
  const clean = (text: string): string => {
    const redacted = redactText(text.slice(0, maxLineCharacters), named);
    // The cut may have split the value of a secret, which a search does not find.
    return text.length < maxLineCharacters
      ? redacted
      : `${redacted.slice(0, -defaultLimits.maxSecretValueCharacters)}…`;
  };
  return (ours, texts = {}) => {
    const cleaned = Object.entries(texts).map(([name, text]) => [name, clean(text)]);
    write(toLine({ time: now().toISOString(), ...ours, ...Object.fromEntries(cleaned) }));
  };
}

/** One line, for readers too that take other characters for the end of one, and for terminals. */
const toLine = (entry: object): string =>
  JSON.stringify(entry).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A console that writes each line as an entry of the log, for what libraries print. */
export function createLogConsole(log: Log): Console {
  const stream = new PassThrough();
  readLines(stream, (text) => log({ type: 'printed' }, { text }));
  return new Console(stream);
}
