import { resolve, sep } from 'node:path';
import { exists } from '../load/exists.ts';
import { readActions } from '../load/read-actions.ts';
import type { RunOptions } from './run-options.ts';

/** The files and folders that take part in a run: Actions, what binds them, events and secrets. */
export async function listWatched(
  paths: readonly string[],
  { event, envFile }: RunOptions,
): Promise<string[]> {
  const named = [...paths, event, envFile].filter((path) => path !== undefined);
  // A starting point is named too, and is no file; and Actions may lie outside of what is named.
  const present = await Promise.all(named.map(exists));
  const actions = await readActions(paths).catch(() => []);
  return [...named.filter((_, index) => present[index]), ...actions.map(({ file }) => file)];
}

/** What runs write themselves is no change, nor is what nobody edits. */
export function createIgnored({ cache }: RunOptions): (path: string) => boolean {
  const file = cache === undefined ? undefined : resolve(cache);
  return (path) =>
    path.split(sep).some((part) => part === 'node_modules' || part === '.git') ||
    (file !== undefined && resolve(path).startsWith(file));
}
