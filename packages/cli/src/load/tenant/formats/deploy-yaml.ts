import { dirname, join } from 'node:path';
import { exists } from '../../../files/find-files.ts';
import { isJsonObject } from '../../../files/json.ts';
import { readText } from '../../../files/read-text.ts';
import { UsageError } from '../../../usage-error.ts';
import { toBindings } from '../../export-format.ts';
import type { DeclaredCode, TenantFormat } from '../declared-tenant.ts';
import { replaceMarks } from '../replace-marks.ts';
import { readExportedCode } from './exported-code.ts';

/** A `tenant.yaml` that `auth0-deploy-cli` exported, or the folder that it is in. */
export const deployYaml: TenantFormat = {
  name: 'a tenant.yaml of the deploy tool',
  async read({ path, text, marks }) {
    const file = text === undefined ? join(path, 'tenant.yaml') : path;
    const isYaml = text === undefined ? await exists(file) : /\.ya?ml$/i.test(path);
    if (!isYaml) return undefined;
    const tenant = await parseYaml(replaceMarks(text ?? (await readText(file)), marks), file);
    const { actions, actionModules, triggers } = isJsonObject(tenant) ? tenant : {};
    const toList = (list: unknown, place: string): readonly DeclaredCode[] =>
      (Array.isArray(list) ? list : []).map((data: unknown) => ({
        data,
        file,
        readCode: () => readExportedCode(data, { root: dirname(file), place, file, marks }),
      }));
    return {
      file,
      bindings: toBindings(triggers, file),
      actions: toList(actions, 'actions'),
      modules: toList(actionModules, 'action-modules'),
      place: 'its list of actions',
      notes: [],
    };
  },
};

/** Loads the parser only when there is YAML to parse. */
async function parseYaml(text: string, file: string): Promise<unknown> {
  const { parseDocument } = await import('yaml');
  // The deploy tool reads YAML 1.1, which has `<<`.
  const document = parseDocument(text, { merge: true });
  // The deploy tool replaces `@@NAME@@` before it reads the file as YAML.
  const error = document.errors.find(({ code }) => code !== 'BAD_SCALAR_START');
  if (!error) return document.toJS();
  const [why = ''] = error.message.split('\n');
  throw new UsageError(`Failed to read ${file}: it is not YAML (${why.replace(/:$/, '')}).`);
}
