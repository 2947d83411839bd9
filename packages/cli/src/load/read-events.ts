import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { requiredEventParts, type SignupEvent } from '@signup-actions/runtime-core';
import { UsageError } from '../usage-error.ts';
import { explain, readJson } from './read-text.ts';

/** A signup to run the flow on. */
export interface Signup {
  /** Where it was read from, for a person to recognise it. */
  readonly label: string;
  readonly event: SignupEvent;
}

/** The signups of a JSON file (one event, or an array of them) or of all JSON files of a folder. */
export async function readEvents(path: string): Promise<readonly Signup[]> {
  const files = await listFiles(resolve(path));
  const signups = await Promise.all(files.map(readFileEvents));
  return signups.flat();
}

async function listFiles(path: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = (await readdir(path)).filter((name) => name.endsWith('.json')).toSorted();
    if (names.length > 0) return names.map((name) => join(path, name));
  } catch (error) {
    throw new UsageError(`Failed to read ${path}: ${explain(error)}.`);
  }
  throw new UsageError(`Failed to read ${path}: the folder holds no JSON file.`);
}

async function readFileEvents(file: string): Promise<readonly Signup[]> {
  const json = await readJson(file);
  const events: readonly unknown[] = Array.isArray(json) ? json : [json];
  return events.map((event, index) => {
    const label = events.length > 1 ? `${basename(file)} ${index + 1}` : basename(file);
    assertEvent(event, events.length > 1 ? `${file}, event ${index + 1}` : file);
    return { label, event };
  });
}

/** Checks the fields that every event of the platform has. */
function assertEvent(event: unknown, where: string): asserts event is SignupEvent {
  if (!isObject(event)) {
    throw new UsageError(`Failed to read ${where}: an event is a JSON object.`);
  }
  const missing = Object.entries(requiredEventParts).flatMap(([part, fields]) => {
    const value = event[part];
    if (!isObject(value)) return [part];
    return fields.filter((field) => value[field] === undefined).map((field) => `${part}.${field}`);
  });
  if (missing.length === 0) return;
  throw new UsageError(`Failed to read ${where}: the event lacks ${missing.join(', ')}.`);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
