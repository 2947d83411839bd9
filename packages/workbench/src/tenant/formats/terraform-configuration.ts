import { triggerName } from '@signup-actions/runtime-core/internal';
import type { JsonObject } from '../../files/json.ts';
import { UsageError } from '../../files/usage-error.ts';
import type { TenantFormat } from '../declared-tenant.ts';
import { toInlineCode } from '../inline-code.ts';
import {
  evaluate,
  formatExpression,
  toBlocks,
  type TerraformScope,
} from './terraform-expression.ts';
import { readTerraformFiles, useTerraform, type ParsedResource } from './terraform-files.ts';
import { toTerraformTenant, type TerraformResource } from './terraform-resources.ts';

/** A folder of Terraform files. What only Terraform can evaluate is refused if it is in something bound. */
export const terraformConfiguration: TenantFormat = {
  name: 'a folder of Terraform files',
  async read({ path: folder, text, files: tenantFiles }) {
    const files = text === undefined ? await readTerraformFiles(folder, tenantFiles) : undefined;
    if (!files) return undefined;
    const resources: ResolvedResource[] = [];
    for (const resource of files.resources) {
      if (kinds.has(resource.type)) resources.push(await resolveResource(resource, files.scope));
    }
    resources.sort((a, b) => (a.address < b.address ? -1 : 1));
    assertKnown(resources, files.moduleCalls, folder);
    const tenant = toTerraformTenant(resources, folder, ({ address }, data) => {
      const resource = resources.find((candidate) => candidate.address === address);
      const inline = {
        ...toInlineCode(data, resource?.file ?? folder),
        unknown: resource?.unknown[0],
      };
      const file = resource?.codeFile;
      if (file === undefined) return inline;
      const source = String(data['code']);
      return {
        ...inline,
        readCode: () => Promise.resolve({ file, source, language: 'javascript' }),
      };
    });
    if (tenant) return tenant;
    throw new UsageError(`Failed to read ${folder}: its Terraform files declare no auth0_action.`);
  },
};

const kinds: ReadonlySet<string> = new Set([
  'auth0_action',
  'auth0_action_module',
  'auth0_trigger_action',
  'auth0_trigger_actions',
]);

interface ResolvedResource extends TerraformResource {
  /** What is not known, as errors. */
  readonly unknown: readonly string[];
  /** Absolute path of the file that declares it. */
  readonly file: string;
  /** Absolute path of the file that has the code. */
  readonly codeFile?: string;
}

/** Arguments of Terraform itself, which do not change what a resource is. */
const ignored: ReadonlySet<string> = new Set(['depends_on', 'lifecycle', 'provider', 'timeouts']);
/** Arguments that make several resources or blocks of one. */
const repeated: ReadonlySet<string> = new Set(['count', 'for_each', 'dynamic']);
const blockNames: ReadonlySet<string> = new Set([
  'actions',
  'dependencies',
  'modules',
  'secrets',
  'supported_triggers',
]);

const idPattern = /^\$\{\s*(auth0_action(?:_module)?\.[\w-]+)\.id\s*\}$/;

async function resolveResource(
  { address, type, file, body }: ParsedResource,
  scope: TerraformScope,
): Promise<ResolvedResource> {
  const unknown: string[] = [];
  const values: Record<string, unknown> = {};
  let codeFile: string | undefined;
  const resolveAttribute = async (key: string, value: unknown, where: string, isSecret = false) => {
    // Ids are known only after an apply: what they refer to is enough.
    if (typeof value === 'string' && idPattern.test(value)) {
      return type === 'auth0_action' ? idPattern.exec(value)?.[1] : value;
    }
    const evaluated = await evaluate(value, scope);
    if (!('unresolved' in evaluated)) {
      if (where === `${address}.code`) codeFile = evaluated.file;
      return evaluated.value;
    }
    if (!(isSecret && key === 'value') && key !== 'module_version_id') {
      const { unresolved, reason } = evaluated;
      unknown.push(
        reason === undefined
          ? explainUnknown(scope.folder, `${where} is "${formatExpression(unresolved)}"`)
          : `Failed to read ${where}: ${reason.replace(/^Failed to read /, '')}`,
      );
    }
    return undefined;
  };
  for (const [key, value] of Object.entries(body)) {
    if (ignored.has(key)) continue;
    if (repeated.has(key)) {
      unknown.push(explainUnknown(scope.folder, `${address} has ${key}`));
    } else if (blockNames.has(key) && typeof value !== 'string') {
      const blocks: JsonObject[] = [];
      for (const [index, block] of toBlocks(value).entries()) {
        const entries: (readonly [string, unknown])[] = [];
        for (const [name, own] of Object.entries(block)) {
          const where = `${address}.${key}[${index}].${name}`;
          entries.push([name, await resolveAttribute(name, own, where, key === 'secrets')]);
        }
        blocks.push(Object.fromEntries(entries.filter(([, own]) => own !== undefined)));
      }
      values[key] = blocks;
    } else {
      values[key] = await resolveAttribute(key, value, `${address}.${key}`);
    }
  }
  const ids =
    type === 'auth0_trigger_action'
      ? [values['action_id']]
      : toBlocks(values['actions']).map(({ id }) => id);
  const references = ids.map((id) => idPattern.exec(String(id))?.[1]);
  return {
    address,
    type,
    file,
    values,
    references,
    unknown,
    ...(codeFile !== undefined && { codeFile }),
  };
}

const explainUnknown = (folder: string, what: string): string =>
  `Failed to read ${folder}: ${what}, which only Terraform can evaluate.\n${useTerraform}`;

/** Throws if something that is bound, or that may be bound, is not known. */
function assertKnown(
  resources: readonly ResolvedResource[],
  moduleCalls: readonly string[],
  folder: string,
): void {
  const bindings = resources.filter(
    ({ type, values }) =>
      type.startsWith('auth0_trigger_') &&
      (values['trigger'] === undefined || values['trigger'] === triggerName),
  );
  const bound = new Set(bindings.flatMap(({ references = [] }) => references));
  const actions = resources.filter(
    ({ address, type, values }) =>
      type === 'auth0_action' &&
      (bindings.length > 0 ? bound.has(address) : mayBeForTrigger(values['supported_triggers'])),
  );
  const pinned = new Set(
    actions.flatMap(({ values }) => toBlocks(values['modules']).map((pin) => pin['module_id'])),
  );
  const modules = resources.filter(({ address }) => pinned.has(address));
  const [unknown] = [...bindings, ...actions, ...modules].flatMap((resource) => resource.unknown);
  if (unknown !== undefined) throw new UsageError(unknown);
  const [call] = moduleCalls;
  if (call === undefined || bindings.some(({ type }) => type === 'auth0_trigger_actions')) return;
  throw new UsageError(explainUnknown(folder, `module.${call} may bind Actions`));
}

/** Without bindings, Actions count whose triggers are not known or have the trigger. */
const mayBeForTrigger = (supported: unknown): boolean => {
  const triggers = toBlocks(supported);
  return triggers.length === 0 || triggers.some(({ id }) => id === undefined || id === triggerName);
};
