import { basename } from 'node:path';
import type { SignupEvent } from '@signup-actions/runtime-core';
import type { StartingPoint } from '@signup-actions/testing';
import { listMissingFields } from '@signup-actions/workbench/event';
import { isJsonObject, parseJson, type JsonObject } from '../files/json.ts';
import { isRegularFile } from '../files/find-files.ts';
import { readLines } from '../files/read-lines.ts';
import { readText } from '../files/read-text.ts';
import { UsageError } from '../usage-error.ts';
import type { Signup } from './signup.ts';
import { isLogEntry, isOtherLogEntry, toLogSignup } from './log-entry.ts';

/** The signups of one run of the command. */
export interface SignupList {
  /** Reads the signups, in order. A large file is read each time, and never held in memory. */
  readonly read: () => AsyncIterable<Signup>;
  /** How many entries of a log tell of something else than a signup, once all are read. */
  readonly countLeftOut: () => number;
  /** Whether the source can contain several signups, however many it contains now. */
  readonly isBatch: boolean;
}

/** Reads the signups in a file: one event, a JSON array of events, or one event per line (NDJSON). */
export async function readEventFile(file: string, from: StartingPoint): Promise<SignupList> {
  const isLines = /\.(ndjson|jsonl)$/.test(file);
  // A pipe can be read only once.
  if (isLines && (await isRegularFile(file))) {
    return toList(() => readEventLines(file), true);
  }
  const { events, isBatch } = parseEvents(await readText(file), file, isLines);
  return toList(() => events, isBatch);

  function toList(readEvents: () => Events, isOfSeveral: boolean): SignupList {
    let leftOut = 0;
    return {
      read() {
        leftOut = 0;
        return toSignups(readEvents(), { file, from, onLeftOut: () => void (leftOut += 1) });
      },
      countLeftOut: () => leftOut,
      isBatch: isOfSeveral,
    };
  }
}

async function* readEventLines(file: string): AsyncGenerator {
  for await (const { text, number } of readLines(file)) {
    yield parseJson(text, `${file}, line ${number}`);
  }
}

type Events = AsyncIterable<unknown> | Iterable<unknown>;

interface EventSource {
  readonly file: string;
  readonly from: StartingPoint;
  /** Called for each entry of a log that does not tell of a signup. */
  readonly onLeftOut: () => void;
}

/** The signups with these events, which are numbered if there are several. */
async function* toSignups(
  events: Events,
  { file, from, onLeftOut }: EventSource,
): AsyncGenerator<Signup> {
  let held: unknown;
  let count = 0;
  const toNumbered = (event: unknown, number: number | undefined): Signup => {
    const where = number === undefined ? file : `${file}, event ${number}`;
    const label = number === undefined ? basename(file) : `${basename(file)} ${number}`;
    if (isLogEntry(event)) return toLogSignup(label, event, from);
    assertSignupEvent(event, where);
    return toSignup(label, event, where);
  };
  for await (const event of events) {
    if (isOtherLogEntry(event)) {
      onLeftOut();
      continue;
    }
    if (count > 0) yield toNumbered(held, count);
    held = event;
    count += 1;
  }
  if (count === 0) throw new UsageError(`Failed to read ${file}: it contains no event.`);
  yield toNumbered(held, count === 1 ? undefined : count);
}

/** A signup with this event, whose secrets and configuration belong to the Actions (F10). */
export function toSignup(label: string, whole: SignupEvent, where: string): Signup {
  const { secrets, configuration, ...event } = whole as SignupEvent & JsonObject;
  return {
    label,
    event,
    secrets: toSecrets(secrets, where),
    configuration: toObject(configuration, 'event.configuration', where),
  };
}

function toSecrets(values: unknown, where: string): Signup['secrets'] {
  const secrets = toObject(values, 'event.secrets', where);
  for (const [name, value] of Object.entries(secrets ?? {})) {
    if (typeof value === 'string') continue;
    // The value may be a secret in the wrong form.
    throw new UsageError(
      `Failed to read ${where}: event.secrets.${name} must be a string but received ${toKind(value)}.`,
    );
  }
  return secrets as Signup['secrets'];
}

function toObject(value: unknown, path: string, where: string): JsonObject | undefined {
  if (value === undefined || isJsonObject(value)) return value;
  throw new UsageError(
    `Failed to read ${where}: ${path} must be an object with a value for each name but received ${toKind(value)}.`,
  );
}

const toKind = (value: unknown): string => {
  if (value === null) return 'null';
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'an object';
  return `a ${typeof value}`;
};

interface ParsedEvents {
  readonly events: readonly unknown[];
  readonly isBatch: boolean;
}

function parseEvents(text: string, file: string, isLines: boolean): ParsedEvents {
  if (isLines) return { events: parseLines(text, file), isBatch: true };
  const json = parseJson(text, file);
  return Array.isArray(json) ? { events: json, isBatch: true } : { events: [json], isBatch: false };
}

const parseLines = (text: string, file: string): readonly unknown[] =>
  text
    .split('\n')
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [parseJson(line, `${file}, line ${index + 1}`)],
    );

/** Checks that an event has the fields that every event of the platform has. */
function assertSignupEvent(event: unknown, where: string): asserts event is SignupEvent {
  if (!isJsonObject(event)) {
    throw new UsageError(`Failed to read ${where}: an event must be a JSON object.`);
  }
  const missing = listMissingFields(event);
  if (missing.length === 0) return;
  throw new UsageError(
    `Failed to read ${where}: the event lacks ${missing.join(', ')}.\nTo change a few fields of a typical event, use --from NAME with --set PATH=VALUE.`,
  );
}
