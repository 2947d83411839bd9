import type { SeenRequest } from '../network/create-responder.ts';
import type { Limits } from '@signup-actions/runtime-core';
import { createSecretSearch, type NamedSecret } from '@signup-actions/runtime-core/internal';
import type { FlowOutcome, Frame } from '../run/flow-job.ts';

/** Far more than is ever shown: an Action that prints in a loop must not fill the memory of its reader. */
const maxCaughtCharacters = 65_536;

/** Returns a function that cuts off what an Action prints beyond 65,536 characters. Output of no known Action counts together. */
export function createOutputLimit(): (text: string, action?: string) => string {
  const caught = new Map<string | undefined, number>();
  return (text, action) => {
    const before = caught.get(action) ?? 0;
    const kept = text.slice(0, maxCaughtCharacters - before);
    caught.set(action, before + kept.length);
    return kept;
  };
}

/** What one Action wrote to the console, without the values of secrets. */
export interface ConsoleText {
  /** What the platform keeps. */
  readonly text: string;
  /** Whether the Action wrote more than that. */
  readonly isCut: boolean;
  /** What it wrote beyond that, as far as it is caught. */
  readonly rest: string;
}

/** Console output by the name of its Action; under `undefined` if it is not known which one wrote it. */
export type ConsoleTexts = ReadonlyMap<string | undefined, ConsoleText>;

/** A flow that ran in isolation: its outcome, and what its Actions wrote to the console. */
export interface IsolatedRun extends Omit<FlowOutcome, 'type'> {
  readonly console: ConsoleTexts;
  /** The requests of its Actions, as far as they are known. */
  readonly requests: readonly SeenRequest[];
}

/** What to do with the console output of a flow. */
export interface ReadConsoleOptions {
  readonly limits: Pick<Limits, 'maxConsoleCharacters' | 'maxSecretValueCharacters'>;
  readonly secrets: readonly NamedSecret[];
  /** Output that was written past the console, so that it is not known by which Action. */
  readonly stray?: string;
  /** Makes the output safe for where it is shown. */
  readonly toPrintable?: (text: string) => string;
}

/** The console output of a flow, divided where the platform cuts it. */
export function readConsole(
  frames: readonly Frame[],
  { limits, secrets, stray = '', toPrintable = (text) => text }: ReadConsoleOptions,
): ConsoleTexts {
  const { maxConsoleCharacters, maxSecretValueCharacters } = limits;
  const search = createSecretSearch(secrets.flatMap(toLines));
  const raw = new Map<string | undefined, string>(stray === '' ? [] : [[undefined, stray]]);
  for (const frame of frames) {
    if (frame.type !== 'output') continue;
    raw.set(frame.action, (raw.get(frame.action) ?? '') + frame.text);
  }
  const keep = (all: string): ConsoleText => {
    const redacted = search.redact(toPrintable(all)).trimEnd();
    const isWhole = all.length < maxCaughtCharacters;
    // The limit may have split the value of a secret, which the search would then miss.
    const text = isWhole ? redacted : redacted.slice(0, -maxSecretValueCharacters);
    return {
      text: text.slice(0, maxConsoleCharacters),
      isCut: !isWhole || text.length > maxConsoleCharacters,
      rest: text.slice(maxConsoleCharacters),
    };
  };
  return new Map([...raw].map(([action, text]) => [action, keep(text)]));
}

/** The console prints a string of several lines line by line, each in quotes. */
const toLines = (secret: NamedSecret): readonly NamedSecret[] => [
  secret,
  ...secret.value.split('\n').map((value) => ({ ...secret, value })),
];

/** What to show where the platform cuts output. */
export const formatConsoleCut = (maxConsoleCharacters: number): string =>
  `… cut: the platform keeps ${maxConsoleCharacters} characters of an Action's output.`;
