import { triggerName } from '@signup-actions/runtime-core/internal';
import type { ModuleState } from '../state/playground-state.ts';
import {
  listRequired,
  toFileNames,
  toPlatformCode,
  toValues,
  type FlowToSave,
} from './flow-to-save.ts';
import { writeCase } from './write-case.ts';
import { writeTest } from './write-test.ts';

/** What files contain, by path. */
export type Files = Readonly<Record<string, string>>;

/** A folder as `auth0-deploy-cli` exports it, with a test and a test case. Every command reads it. */
export function writeExport(flow: FlowToSave): Files {
  const { actions, modules } = flow;
  const names = toFileNames(flow);
  return {
    'triggers/triggers.json': toJson({
      [triggerName]: actions.map(({ name }) => ({ action_name: name, display_name: name })),
    }),
    ...toCodeFiles('actions', actions, names.actions, (action) => ({
      runtime: 'node22',
      dependencies: [],
      supported_triggers: [{ id: triggerName, version: 'v2' }],
      deployed: true,
      modules: listRequired(action, modules).map(({ name }) => ({
        module_name: name,
        module_version_number: 1,
      })),
    })),
    ...toCodeFiles('action-modules', modules, names.modules, () => ({
      dependencies: [],
      all_changes_published: true,
      latest_version_number: 1,
    })),
    'signup.test.js': writeTest(flow, {
      action: (name) => `./actions/${name}/code.js`,
      module: (name) => `./action-modules/${name}/code.js`,
    }),
    'signup.signup.json': writeCase(flow, true),
  };
}

const toCodeFiles = (
  folder: string,
  sources: readonly ModuleState[],
  names: readonly string[],
  describe: (source: ModuleState) => object,
): Files =>
  Object.fromEntries(
    names.flatMap((file, index) => {
      const source = sources[index];
      if (!source) return [];
      const { name, secrets } = source;
      const path = `${folder}/${file}`;
      const values = Object.entries(toValues(secrets)).map(([secret, value]) => ({
        name: secret,
        value,
      }));
      const data = { name, code: `./${path}/code.js`, secrets: values, ...describe(source) };
      return [
        [`${path}.json`, toJson(data)],
        [`${path}/code.js`, toPlatformCode(source)],
      ];
    }),
  );

const toJson = (data: unknown): string => `${JSON.stringify(data, undefined, 2)}\n`;
