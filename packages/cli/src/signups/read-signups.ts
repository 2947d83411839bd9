import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { startingPoints, type StartingPoint } from '@signup-actions/testing';
import { exists, isFolder } from '../files/find-files.ts';
import { explainFileError } from '../files/read-text.ts';
import { UsageError } from '../usage-error.ts';
import { readEventFile, toSignup, type SignupList } from './read-event-file.ts';
import type { Signup } from './signup.ts';

/**
 * Reads the signups in a file, or in all event files of a folder, at this absolute path. What the entries of a log lack
 * is taken from the starting point.
 */
export async function readSignups(
  path: string,
  from: StartingPoint = defaultStartingPoint,
): Promise<SignupList> {
  const name = basename(path);
  if (Object.hasOwn(startingPoints, name) && !(await exists(path))) {
    throw new UsageError(
      `Failed to read ${path}: there is no such file.\nFor the starting point of that name, use --from ${name}.`,
    );
  }
  if (!(await isFolder(path))) return readEventFile(path, from);
  const lists = await Promise.all(
    (await listEventFiles(path)).map((file) => readEventFile(file, from)),
  );
  return {
    read: () => readAll(lists),
    countLeftOut: () => lists.reduce((sum, list) => sum + list.countLeftOut(), 0),
    isBatch: true,
  };
}

async function* readAll(lists: readonly SignupList[]): AsyncGenerator<Signup> {
  for (const list of lists) yield* list.read();
}

/** The event files in a folder, sorted by name. */
async function listEventFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new UsageError(`Failed to read ${folder}: ${explainFileError(error)}.`);
  });
  const files = names.filter((name) => /\.(json|ndjson|jsonl)$/.test(name)).toSorted();
  if (files.length > 0) return files.map((name) => join(folder, name));
  throw new UsageError(
    `Failed to read ${folder}: the folder contains no .json, .ndjson or .jsonl file.`,
  );
}

/** The names of the kit's events, which `--from` takes. */
export const startingPointNames = Object.keys(startingPoints) as readonly StartingPoint[];

/** The event of a signup if the user names none. */
export const defaultStartingPoint: StartingPoint = 'universal-login';

/** A single signup, with the kit's event of this name. */
export const createSignup = (name: StartingPoint): SignupList => ({
  async *read() {
    yield toSignup(name, startingPoints[name](), name);
  },
  countLeftOut: () => 0,
  isBatch: false,
});
