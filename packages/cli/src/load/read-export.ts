import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../usage-error.ts';
import type { ActionSource } from '@signup-actions/workbench';
import { bindActions } from './bind-actions.ts';
import { exists } from './exists.ts';
import { toBindings, toExportedAction, type ExportedAction } from './export-format.ts';
import { readTenantYaml } from './read-tenant-yaml.ts';
import { readJson } from './read-text.ts';

/** The Actions bound to the trigger in a folder that the deploy tool exported, in binding order (F1). */
export async function readExport(folder: string): Promise<readonly ActionSource[]> {
  const triggersFile = join(folder, 'triggers', 'triggers.json');
  if (await exists(triggersFile)) {
    const names = toBindings(await readJson(triggersFile), triggersFile);
    const actions = await readExportedActions(join(folder, 'actions'));
    return bindActions(names, actions, { folder, file: triggersFile, place: 'actions/' });
  }
  const yamlFile = join(folder, 'tenant.yaml');
  if (await exists(yamlFile)) return readTenantYaml(yamlFile);
  throw new UsageError(
    `Failed to read ${folder}: an exported tenant has triggers/triggers.json or a tenant.yaml, and this folder has neither.`,
  );
}

async function readExportedActions(folder: string): Promise<readonly ExportedAction[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).map((name) => join(folder, name));
  return Promise.all(files.map(async (file) => toExportedAction(await readJson(file), file)));
}
