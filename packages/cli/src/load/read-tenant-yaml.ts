import { dirname } from 'node:path';
import { parseDocument } from 'yaml';
import { UsageError } from '../usage-error.ts';
import type { ActionSource } from '@signup-actions/workbench';
import { bindActions } from './bind-actions.ts';
import { toBindings, toExportedAction } from './export-format.ts';
import { readText } from './read-text.ts';

/** The Actions bound to the trigger in a `tenant.yaml` of the deploy tool, in binding order (F1). */
export async function readTenantYaml(file: string): Promise<readonly ActionSource[]> {
  const tenant = parseYaml(await readText(file), file);
  const { actions, triggers } = (tenant ?? {}) as Readonly<Record<string, unknown>>;
  const names = toBindings(triggers, file);
  const exported = (Array.isArray(actions) ? actions : []).map((action) =>
    toExportedAction(action, file),
  );
  return bindActions(names, exported, {
    folder: dirname(file),
    file,
    place: 'its list of actions',
  });
}

function parseYaml(text: string, file: string): unknown {
  const document = parseDocument(text);
  // `@@NAME@@` is for the deploy tool to replace before anybody reads the file as YAML.
  const error = document.errors.find(({ code }) => code !== 'BAD_SCALAR_START');
  if (!error) return document.toJS();
  const [why = ''] = error.message.split('\n');
  throw new UsageError(`Failed to read ${file}: it is not YAML (${why.replace(/:$/, '')}).`);
}
