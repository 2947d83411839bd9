import { triggerName } from '@signup-actions/runtime-core/internal';
import { UsageError } from '../../files/usage-error.ts';
import type { TenantFormat } from '../declared-tenant.ts';
import { toInlineCode } from '../inline-code.ts';
import {
  explainResources,
  explainUnknown,
  resolveResource,
  type ResolvedResource,
} from './terraform-arguments.ts';
import { toBlocks } from './terraform-expression.ts';
import { readTerraformFiles } from './terraform-files.ts';
import { toTerraformTenant } from './terraform-resources.ts';

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
    const notes = listNotes(resources, files.moduleCalls, folder);
    const tenant = toTerraformTenant(resources, folder, ({ address }, data) => {
      const resource = resources.find((candidate) => candidate.address === address);
      const inline = {
        ...toInlineCode(data, resource?.file ?? folder),
        unknown: resource && explainResources([resource], folder),
      };
      const file = resource?.codeFile;
      if (file === undefined) return inline;
      const source = String(data['code']);
      return {
        ...inline,
        readCode: () => Promise.resolve({ file, source, language: 'javascript' }),
      };
    });
    if (tenant) return { ...tenant, notes: [...tenant.notes, ...notes] };
    throw new UsageError(`Failed to read ${folder}: its Terraform files declare no auth0_action.`);
  },
};

const kinds: ReadonlySet<string> = new Set([
  'auth0_action',
  'auth0_action_module',
  'auth0_trigger_action',
  'auth0_trigger_actions',
]);

/**
 * What is left open in something that is bound, or that may be bound, as notes. Throws if something that is needed is not
 * known.
 */
function listNotes(
  resources: readonly ResolvedResource[],
  moduleCalls: readonly string[],
  folder: string,
): readonly string[] {
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
  const needed = [...bindings, ...actions, ...modules];
  const unknown = explainResources(needed, folder);
  if (unknown !== undefined) throw new UsageError(unknown);
  const [call] = moduleCalls;
  if (call !== undefined && !bindings.some(({ type }) => type === 'auth0_trigger_actions')) {
    throw new UsageError(explainUnknown([`module.${call} may bind Actions`], folder));
  }
  return needed.flatMap(({ notes }) => notes);
}

/** Without bindings, Actions count whose triggers are not known or have the trigger. */
const mayBeForTrigger = (supported: unknown): boolean => {
  const triggers = toBlocks(supported);
  return triggers.length === 0 || triggers.some(({ id }) => id === undefined || id === triggerName);
};
