import { isJsonObject } from '../../files/json.ts';
import { parseYaml } from '../../files/yaml.ts';
import { toBindings } from '../export-format.ts';
import type { DeclaredCode, TenantFormat } from '../declared-tenant.ts';
import { replaceMarks } from '../replace-marks.ts';
import { readExportedCode } from './exported-code.ts';

/** A `tenant.yaml` that `auth0-deploy-cli` exported, or the folder that it is in. */
export const deployYaml: TenantFormat = {
  name: 'a tenant.yaml of the deploy tool',
  async read({ path, text, marks, files }) {
    const { paths, exists, readText } = files;
    const file = text === undefined ? paths.join(path, 'tenant.yaml') : path;
    const isYaml = text === undefined ? await exists(file) : /\.ya?ml$/i.test(path);
    if (!isYaml) return undefined;
    const tenant = await parseYaml(replaceMarks(text ?? (await readText(file)), marks), file, {
      allowsMarks: true,
    });
    const { actions, actionModules, triggers } = isJsonObject(tenant) ? tenant : {};
    const toList = (list: unknown, place: string): readonly DeclaredCode[] =>
      (Array.isArray(list) ? list : []).map((data: unknown) => ({
        data,
        file,
        readCode: () =>
          readExportedCode(data, { root: paths.dirname(file), place, file, marks, files }),
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
