import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { exists } from '../load/exists.ts';
import { UsageError } from '../usage-error.ts';
import { listEventFiles } from './list-event-files.ts';
import { readEventFile } from './read-event-file.ts';
import type { SignupList } from './signup.ts';
import {
  createStartingPoint,
  defaultStartingPoint,
  startingPointNames,
} from './starting-points.ts';

/** The signups of a file, of all files of a folder, or of a starting point by its name. */
export async function readSignups(source: string = defaultStartingPoint): Promise<SignupList> {
  const path = resolve(source);
  if (!(await exists(path))) return { signups: [toStartingPoint(source, path)], isBatch: false };
  if (!(await stat(path)).isDirectory()) return readEventFile(path);
  const lists = await Promise.all((await listEventFiles(path)).map(readEventFile));
  const signups = lists.flatMap((list) => list.signups);
  if (signups.length > 0) return { signups, isBatch: true };
  throw new UsageError(`Failed to read ${path}: its files hold no event.`);
}

function toStartingPoint(name: string, path: string): SignupList['signups'][number] {
  const event = createStartingPoint(name);
  if (event) return { label: name, event };
  throw new UsageError(
    `Failed to read ${path}: there is no such file, and no starting point of that name.\nStarting points are: ${startingPointNames.join(', ')}.`,
  );
}
