import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../usage-error.ts';
import type { ActionSource } from '@signup-actions/workbench';
import { exists } from './exists.ts';
import type { ExportedAction } from './export-format.ts';
import { readAction } from './read-action.ts';

/** Where an export binds its Actions, and where it keeps them. */
export interface ExportPlace {
  /** Absolute path of the exported folder. */
  readonly folder: string;
  /** Absolute path of the file with the bindings. */
  readonly file: string;
  /** Where in the export its Actions are, for a person to look. */
  readonly place: string;
}

/** The Actions of these names, in this order, with their sources. */
export const bindActions = (
  names: readonly string[],
  actions: readonly ExportedAction[],
  { folder, file, place }: ExportPlace,
): Promise<readonly ActionSource[]> =>
  Promise.all(
    names.map((name) => {
      const action = actions.find((candidate) => candidate.name === name);
      if (action) return toSource(folder, action);
      throw new UsageError(
        `Failed to read ${file}: it binds the Action ${JSON.stringify(name)}, and ${place} holds none of that name.`,
      );
    }),
  );

async function toSource(folder: string, action: ExportedAction): Promise<ActionSource> {
  const { name, code, secrets, dependencies, file: declaredIn } = action;
  const source = await readAction(name, await findCode(folder, name, code));
  return { ...source, declaredSecrets: secrets, declaredIn, dependencies };
}

/** The tool writes the path as seen from where it ran, which may not be where the folder is now. */
async function findCode(folder: string, name: string, code: string): Promise<string> {
  const inPlace = join(folder, 'actions', name, 'code.js');
  const candidates = [resolve(folder, code), resolve(dirname(folder), code), inPlace];
  for (const file of candidates) if (await exists(file)) return file;
  return inPlace;
}
