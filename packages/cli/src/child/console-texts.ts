import { type Limits } from '@signup-actions/runtime-core';
import { createSecretSearch, type NamedSecret } from '@signup-actions/runtime-core/internal';
import { maxCaughtCharacters } from './catch-output.ts';
import { toPrintable } from '../print/to-printable.ts';
import type { Frame } from './frames.ts';

/** What one Action wrote to the console, as far as it is kept. */
export interface ConsoleText {
  readonly text: string;
  /** Whether the Action wrote more than is kept. */
  readonly isCut: boolean;
}

/** Console output by the name of its Action; what is nobody's is under nothing. */
export type ConsoleTexts = ReadonlyMap<string | undefined, ConsoleText>;

/** What the Actions wrote, without the secrets' values; `stray` was written past the console. */
export function readConsole(
  frames: readonly Frame[],
  stray: string,
  secrets: readonly NamedSecret[],
  { maxConsoleCharacters, maxSecretValueCharacters }: Limits,
): ConsoleTexts {
  const search = createSecretSearch(secrets.flatMap(toLines));
  const raw = new Map<string | undefined, string>(stray === '' ? [] : [[undefined, stray]]);
  for (const frame of frames) {
    if (frame.type !== 'output') continue;
    raw.set(frame.action, (raw.get(frame.action) ?? '') + frame.text);
  }
  const keep = (all: string): ConsoleText => {
    const redacted = search.redact(toPrintable(all));
    // Where it broke off, a part of a secret may stand that no search finds.
    const whole =
      all.length < maxCaughtCharacters ? redacted : redacted.slice(0, -maxSecretValueCharacters);
    const text = whole.slice(0, maxConsoleCharacters);
    return { text, isCut: whole.length > maxConsoleCharacters || whole !== redacted };
  };
  return new Map([...raw].map(([action, text]) => [action, keep(text)]));
}

/** The console breaks texts of several lines, and quotes each. */
const toLines = (secret: NamedSecret): readonly NamedSecret[] => [
  secret,
  ...secret.value.split('\n').map((value) => ({ ...secret, value })),
];
