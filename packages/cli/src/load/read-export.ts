import { access, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../usage-error.ts';
import type { ActionSource } from './action-source.ts';
import { toBindings, toExportedAction, type ExportedAction } from './export-format.ts';
import { readJson, readText } from './read-text.ts';

/** The Actions bound to the trigger in a folder that the deploy tool exported, in binding order (F1). */
export async function readExport(folder: string): Promise<readonly ActionSource[]> {
  const triggersFile = join(folder, 'triggers', 'triggers.json');
  if (!(await exists(triggersFile))) {
    throw new UsageError(
      `Failed to read ${folder}: an exported tenant has triggers/triggers.json, and this folder has none.`,
    );
  }
  const bindings = toBindings(await readJson(triggersFile), triggersFile);
  const actions = await readExportedActions(join(folder, 'actions'));
  return Promise.all(
    bindings.map((name) => {
      const action = actions.get(name);
      if (action) return toSource(folder, action);
      throw new UsageError(
        `Failed to read ${triggersFile}: it binds the Action ${JSON.stringify(name)}, and actions/ holds none of that name.`,
      );
    }),
  );
}

async function readExportedActions(folder: string): Promise<ReadonlyMap<string, ExportedAction>> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).map((name) => join(folder, name));
  const actions = await Promise.all(
    files.map(async (file) => toExportedAction(await readJson(file), file)),
  );
  return new Map(actions.map((action) => [action.name, action]));
}

async function toSource(folder: string, action: ExportedAction): Promise<ActionSource> {
  const { name, code, secrets, file: declaredIn } = action;
  const file = await findCode(folder, name, code);
  return { name, file, code: await readText(file), declaredSecrets: secrets, declaredIn };
}

/** The tool writes the path as seen from where it ran, which may not be where the folder is now. */
async function findCode(folder: string, name: string, code: string): Promise<string> {
  const inPlace = join(folder, 'actions', name, 'code.js');
  const candidates = [resolve(folder, code), resolve(dirname(folder), code), inPlace];
  for (const file of candidates) if (await exists(file)) return file;
  return inPlace;
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
