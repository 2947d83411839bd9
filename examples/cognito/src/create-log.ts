import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { redactText, type Action } from '@signup-actions/runtime-core';

/** Strings by name. */
type Texts = Readonly<Record<string, string>>;

/**
 * Writes an entry of the log. `ours` are words of this host. `texts` are what Actions, users and stores supplied; the
 * values of secrets in them are replaced.
 */
export type Log = (ours: Texts & { readonly type: string }, texts: Texts) => void;

/** Where a log writes to, and what time it is. */
export interface LogOptions {
  readonly write?: (line: string) => void;
  readonly now?: () => Date;
}

/** Creates a log of JSON, one line for each entry: nothing in a string can begin another entry. */
export function createLog(
  actions: readonly Pick<Action, 'secrets'>[],
  { write = console.log, now = () => new Date() }: LogOptions = {},
): Log {
  const secrets = actions.flatMap(({ secrets: own = {} }) =>
    Object.entries(own).map(([name, value]) => ({ name, value })),
  );
  return (ours, texts) => {
    const redacted = Object.entries(texts).map(([name, text]) => [name, redactText(text, secrets)]);
    write(toLine({ time: now().toISOString(), ...ours, ...Object.fromEntries(redacted) }));
  };
}

/** One line, for readers too that take other characters for the end of one, and for terminals. */
const toLine = (entry: object): string =>
  JSON.stringify(entry).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A console that writes each line as an entry of the log, for what Actions print. */
export function createLogConsole(log: Log): Console {
  const stream = new Writable({
    write(chunk, _encoding, done) {
      for (const text of String(chunk).trimEnd().split('\n')) log({ type: 'printed' }, { text });
      done();
    },
  });
  return new Console(stream);
}
