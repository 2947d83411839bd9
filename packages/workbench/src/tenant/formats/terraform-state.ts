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
    const listed = listResources(root);
    const addresses = new Set(listed.map(({ address }) => address));
    const resources = listed.map((resource) => ({
      ...resource,
      references: toReferences(resource, expressions, addresses),
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

const instanceKey = /\[(?:\d+|"(?:\\.|[^"\\])*")\]/g;

/** A plan leaves out ids of what it creates, and says what they refer to. */
function toReferences(
  { address, type }: TerraformResource,
  expressions: Expressions,
  addresses: ReadonlySet<string>,
): TerraformResource['references'] {
  // An expression is that of all instances of a resource, and of all those of its modules.
  const own = expressions.get(address.replaceAll(instanceKey, ''));
  if (!own) return [];
  const [kind, ids] = listIds(type, own);
  const [whole = '', prefix = '', key = ''] =
    /^((?:module\.\w[\w-]*(?:\[[^\]]*\])?\.)*)[\w-]+\.[\w-]+(\[.*\])?$/.exec(address) ?? [];
  if (whole === '') return [];
  return ids.map((id) => {
    const references = isJsonObject(id) && Array.isArray(id['references']) ? id['references'] : [];
    const pattern = new RegExp(`^${kind}\\.[^.[]+(\\[.*\\])?$`);
    const found = references.map(String).findLast((name) => pattern.test(name));
    if (found === undefined) return undefined;
    // One of several instances refers to the one with the same key.
    return [`${prefix}${found}`, `${prefix}${found}${key}`].find((name) => addresses.has(name));
  });
}

/** What a resource refers to, and the expressions of the ids. */
function listIds(type: string, own: JsonObject): readonly [kind: string, ids: readonly unknown[]] {
  if (type === 'auth0_action') {
    return ['auth0_action_module', toObjects(own['modules']).map((pin) => pin['module_id'])];
  }
  return type === 'auth0_trigger_action'
    ? ['auth0_action', [own['action_id']]]
    : ['auth0_action', toObjects(own['actions']).map(({ id }) => id)];
}
