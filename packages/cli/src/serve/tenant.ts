import { stat } from 'node:fs/promises';
import type { LoadedAction } from '@signup-actions/workbench';
import { createSecretGiver } from '../load/give-secrets.ts';
import { readFlow, type FlowSources } from '../load/read-flow.ts';
import { toRunnable } from '../load/to-runnable.ts';
import { shareCalls } from './share-calls.ts';

/** The Actions of a tenant, as they are at the moment. */
export interface Tenant {
  /**
   * Reads the Actions and their secrets again. Returns the same array as before if nothing has changed, so that a
   * warm process can be used. Throws a `UsageError` for Actions that cannot be run.
   */
  readonly read: () => Promise<readonly LoadedAction[]>;
  /** Files that Actions have required, which count as changed too. */
  readonly addRequired: (files: readonly string[]) => void;
}

/** The Actions at these absolute paths. */
export function createTenant(paths: readonly string[], sources: FlowSources): Tenant {
  const required = new Set<string>();
  const warned = new Set<string>();
  let last: { readonly key: string; readonly actions: readonly LoadedAction[] } | undefined;
  return {
    read: shareCalls(async () => {
      const [{ actions, values, notes }, versions] = await Promise.all([
        readFlow(paths, sources),
        Promise.all([...required].map(readVersion)),
      ]);
      for (const note of notes.filter((found) => !warned.has(found))) {
        warned.add(note);
        process.emitWarning(note);
      }
      const key = JSON.stringify([actions, values, versions]);
      if (last?.key !== key) {
        const give = createSecretGiver(await toRunnable(actions), values);
        last = { key, actions: give({}) };
      }
      return last.actions;
    }),
    addRequired(files) {
      for (const file of files) required.add(file);
    },
  };
}

const readVersion = (file: string): Promise<readonly [string, number?, number?]> =>
  stat(file).then(
    ({ mtimeMs, size }) => [file, mtimeMs, size],
    () => [file],
  );
