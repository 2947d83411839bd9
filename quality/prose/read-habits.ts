import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A habit of our English that `pnpm check` finds. */
export interface Habit {
  /** Its name. */
  readonly habit: string;
  /** What finds it, without regard to case. */
  readonly find: RegExp;
  /** What to write instead. */
  readonly write: string;
  /** Why. */
  readonly reason: string;
  /** Other senses of the words: a finding inside a match of one of these is none. */
  readonly allow: readonly RegExp[];
  /** Sentences with the habit. */
  readonly wrong: readonly string[];
  /** Sentences with another sense of the words. */
  readonly right: readonly string[];
}

interface Entry {
  readonly habit: string;
  readonly find: string;
  readonly write: string;
  readonly reason: string;
  readonly allow?: readonly string[];
  readonly wrong: readonly string[];
  readonly right?: readonly string[];
}

/** Reads the list of habits. */
export const readHabits = (): readonly Habit[] =>
  (parse(readFileSync(new URL('habits.yaml', import.meta.url), 'utf8')) as readonly Entry[]).map(
    ({ find, allow = [], right = [], ...rest }) => ({
      ...rest,
      right,
      find: toPattern(find),
      allow: allow.map(toPattern),
    }),
  );

function toPattern(source: unknown): RegExp {
  // YAML makes an object of a pattern that has a colon and a space.
  if (typeof source === 'string') return new RegExp(source, 'gimu');
  throw new TypeError(
    `Failed to read habits.yaml: a pattern must be a string but received ${JSON.stringify(source)}.\nPut it into quotes.`,
  );
}
