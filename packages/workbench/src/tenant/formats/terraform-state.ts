import { isJsonObject, type JsonObject } from '../../files/json.ts';
import type { TenantFormat } from '../declared-tenant.ts';
import { toInlineCode } from '../inline-code.ts';
import { parseDocuments } from '../parse-documents.ts';
import { toTerraformTenant, type TerraformResource } from './terraform-resources.ts';

/** What `terraform show -json` prints of a state or of a plan; OpenTofu prints the same. */
export const terraformState: TenantFormat = {
  name: 'what terraform show -json prints',
  async read({ path: file, text }) {
    const [data] = (text === undefined ? undefined : parseDocuments(text)) ?? [];
    if (!isJsonObject(data) || !('format_version' in data)) return undefined;
    // A plan has the state before it, too.
    const values = [data['planned_values'], data['values']].find(isJsonObject);
    const root = values?.['root_module'];
    const expressions = toExpressions(data['configuration']);
    const resources = listResources(root).map((resource) => ({
      ...resource,
      references: toReferences(resource, expressions),
    }));
    const tenant = toTerraformTenant(resources, file, (_, code) => toInlineCode(code, file));
    return tenant ?? { file, actions: [], modules: [], bindings: [], place: 'it', notes: [] };
  },
};

const toObjects = (list: unknown): readonly JsonObject[] =>
  Array.isArray(list) ? list.filter(isJsonObject) : [];

/** The resources of a module of Terraform, and of the modules in it. */
function listResources(module: unknown): readonly TerraformResource[] {
  if (!isJsonObject(module)) return [];
  const own = toObjects(module['resources']).map(({ address, type, values }) => ({
    address: String(address),
    type: String(type),
    values: isJsonObject(values) ? values : {},
  }));
  return [...own, ...toObjects(module['child_modules']).flatMap(listResources)];
}

type Expressions = ReadonlyMap<string, JsonObject>;

/** The expressions of the resources in a plan, by address. */
function toExpressions(configuration: unknown): Expressions {
  const root = isJsonObject(configuration) ? configuration['root_module'] : undefined;
  return new Map(listExpressions(root, ''));
}

function listExpressions(
  module: unknown,
  prefix: string,
): readonly (readonly [string, JsonObject])[] {
  if (!isJsonObject(module)) return [];
  const own = toObjects(module['resources']).flatMap(({ address, expressions }) =>
    isJsonObject(expressions) ? [[`${prefix}${String(address)}`, expressions] as const] : [],
  );
  const calls = isJsonObject(module['module_calls']) ? Object.entries(module['module_calls']) : [];
  return [
    ...own,
    ...calls.flatMap(([name, call]) =>
      isJsonObject(call) ? listExpressions(call['module'], `${prefix}module.${name}.`) : [],
    ),
  ];
}

/** A plan leaves out ids of what it creates, and says what they refer to. */
function toReferences({ address, type }: TerraformResource, expressions: Expressions) {
  const own = expressions.get(address);
  if (!own) return [];
  const prefix = /^(?:module\.[^.]+\.)*/.exec(address)?.[0] ?? '';
  const ids =
    type === 'auth0_trigger_action'
      ? [own['action_id']]
      : toObjects(own['actions']).map(({ id }) => id);
  return ids.map((id) => {
    const references = isJsonObject(id) && Array.isArray(id['references']) ? id['references'] : [];
    const found = references.findLast((name) => /^auth0_action\.[^.]+$/.test(String(name)));
    return found === undefined ? undefined : `${prefix}${String(found)}`;
  });
}
