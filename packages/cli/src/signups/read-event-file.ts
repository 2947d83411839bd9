import { basename } from 'node:path';
import type { SignupEvent } from '@signup-actions/runtime-core';
import { requiredEventParts } from '@signup-actions/runtime-core/internal';
import { isJsonObject, parseJson, type JsonObject } from '../files/json.ts';
import { readText } from '../files/read-text.ts';
import { UsageError } from '../usage-error.ts';

/** A signup to run the flow on. */
export interface Signup {
  /** Tells the user where the event comes from. */
  readonly label: string;
  readonly event: SignupEvent;
  /** Values that an event file has for all Actions. */
  readonly secrets?: Readonly<Record<string, string>> | undefined;
  readonly configuration?: Readonly<Record<string, string>> | undefined;
}

/** The signups of one run of the command. */
export interface SignupList {
  readonly signups: readonly Signup[];
  /** Whether the source can contain several signups, however many it contains now. */
  readonly isBatch: boolean;
}

/** Reads the signups in a file: one event, a JSON array of events, or one event per line (NDJSON). */
export async function readEventFile(file: string): Promise<SignupList> {
  const { events, isBatch } = parseEvents(await readText(file), file);
  if (events.length === 0) throw new UsageError(`Failed to read ${file}: it contains no event.`);
  const signups = events.map((event, index) => {
    const isOneOfMany = events.length > 1;
    const where = isOneOfMany ? `${file}, event ${index + 1}` : file;
    assertSignupEvent(event, where);
    const label = isOneOfMany ? `${basename(file)} ${index + 1}` : basename(file);
    return toSignup(label, event, where);
  });
  return { signups, isBatch };
}

/** A signup with this event, whose secrets and configuration belong to the Actions (F10). */
export function toSignup(label: string, whole: SignupEvent, where: string): Signup {
  const { secrets, configuration, ...event } = whole as SignupEvent & JsonObject;
  return {
    label,
    event,
    secrets: toValues(secrets, 'secrets', where),
    configuration: toValues(configuration, 'configuration', where),
  };
}

function toValues(values: unknown, name: string, where: string): Signup['secrets'] {
  if (values === undefined) return undefined;
  const isValid =
    isJsonObject(values) && Object.values(values).every((value) => typeof value === 'string');
  if (isValid) return values as Signup['secrets'];
  throw new UsageError(
    `Failed to read ${where}: event.${name} must be an object whose values are strings.`,
  );
}

interface ParsedEvents {
  readonly events: readonly unknown[];
  readonly isBatch: boolean;
}

function parseEvents(text: string, file: string): ParsedEvents {
  if (/\.(ndjson|jsonl)$/.test(file)) return { events: parseLines(text, file), isBatch: true };
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
  const missing = Object.entries(requiredEventParts).flatMap(([part, fields]) => {
    const value = event[part];
    if (!isJsonObject(value)) return [part];
    return fields.filter((field) => value[field] === undefined).map((field) => `${part}.${field}`);
  });
  if (missing.length === 0) return;
  throw new UsageError(
    `Failed to read ${where}: the event lacks ${missing.join(', ')}.\nTo change a few fields of a typical event, use --from NAME with --set PATH=VALUE.`,
  );
}
