import { triggerName } from '@signup-actions/runtime-core/internal';
import { isJsonObject, type JsonObject } from '../../files/json.ts';
import { UsageError } from '../../files/usage-error.ts';
import type { Binding, DeclaredCode, DeclaredTenant } from '../declared-tenant.ts';

/** A resource of Terraform. */
export interface TerraformResource {
  /** Its full name, such as `module.auth.auth0_action.block["a"]`. */
  readonly address: string;
  readonly type: string;
  readonly values: JsonObject;
  /**
   * Addresses that stand for ids which are known only after an apply, in order: those of bound Actions, and those of the
   * modules of an Action.
   */
  readonly references?: readonly (string | undefined)[] | undefined;
}

/** What resources of Terraform say of a tenant. */
export function toTerraformTenant(
  resources: readonly TerraformResource[],
  file: string,
  toCode: (resource: TerraformResource, data: JsonObject) => DeclaredCode,
): DeclaredTenant | undefined {
  const ofType = (type: string): readonly TerraformResource[] =>
    resources.filter((resource) => resource.type === type);
  const actions = ofType('auth0_action');
  const modules = ofType('auth0_action_module');
  const isBinding = ({ values }: TerraformResource): boolean => values['trigger'] === triggerName;
  const single = ofType('auth0_trigger_action')
    .filter(isBinding)
    .toSorted((a, b) => (a.address < b.address ? -1 : 1));
  const bound = [...ofType('auth0_trigger_actions').filter(isBinding), ...single];
  if (actions.length === 0 && bound.length === 0) return undefined;
  return {
    file,
    actions: actions.map((action) => {
      const data = toActionData(action, modules);
      const unknown = explainPins(data.modules, action, file);
      return { ...toCode(action, data), ...(unknown !== undefined && { unknown }) };
    }),
    modules: modules.map((module) => toCode(module, toModuleData(module))),
    bindings:
      bound.length > 0
        ? bound.flatMap((resource) => toBindings(resource, actions, file))
        : undefined,
    place: 'it',
    notes:
      single.length > 1
        ? [
            'Terraform does not say in which order auth0_trigger_action binds Actions: they run in the order of their addresses.',
          ]
        : [],
  };
}

function toActionData(
  { values, references = [] }: TerraformResource,
  modules: readonly TerraformResource[],
) {
  const pins = Array.isArray(values['modules']) ? values['modules'] : [];
  return {
    ...values,
    secrets: values['secrets'] ?? [],
    dependencies: values['dependencies'] ?? [],
    ...(typeof values['deploy'] === 'boolean' && { deployed: values['deploy'] }),
    ...(pins.length > 0 || modules.length > 0
      ? { modules: pins.map((pin, index) => toPin(pin, references[index], modules)) }
      : { modules: undefined }),
  };
}

/** A module is pinned by the ids of itself and of its version. */
function toPin(
  pin: unknown,
  reference: string | undefined,
  modules: readonly TerraformResource[],
): unknown {
  if (!isJsonObject(pin) || typeof pin['module_name'] === 'string') return pin;
  const { module_id: id = reference, module_version_number: version } = pin;
  const module = modules.find(
    ({ values, address }) => id !== undefined && (id === values['id'] || id === address),
  );
  return { module_name: module?.values['name'] ?? id, module_version_number: version };
}

/** Why a module of an Action is not known, as an error; absent if all are known. */
function explainPins(
  pins: readonly unknown[] = [],
  { address }: TerraformResource,
  file: string,
): string | undefined {
  const index = pins.findIndex((pin) => isJsonObject(pin) && pin['module_name'] === undefined);
  if (index === -1) return undefined;
  return explainReference(`which Actions module number ${index + 1} of ${address} is`, file);
}

const explainReference = (what: string, file: string): string =>
  `Failed to read ${file}: it is not known ${what}.\nRun terraform apply, then pass what terraform show -json prints.`;

const toModuleData = ({ values }: TerraformResource): JsonObject => ({
  ...values,
  secrets: values['secrets'] ?? [],
  dependencies: values['dependencies'] ?? [],
  all_changes_published: values['all_changes_published'] ?? values['publish'],
});

function toBindings(
  { address, type, values, references = [] }: TerraformResource,
  actions: readonly TerraformResource[],
  file: string,
): readonly Binding[] {
  const listed = type === 'auth0_trigger_action' ? [values] : values['actions'];
  const bindings = Array.isArray(listed) ? listed : [];
  return bindings.map((binding: unknown, index) => {
    const {
      id,
      action_id: actionId,
      display_name: displayName,
    } = isJsonObject(binding) ? binding : {};
    const key = type === 'auth0_trigger_action' ? actionId : id;
    const reference = references[index];
    const action =
      actions.find(({ values: own }) => key !== undefined && key !== null && own['id'] === key) ??
      actions.find((candidate) => candidate.address === reference) ??
      actions.find(({ values: own }) => key === undefined && own['name'] === displayName);
    if (action) {
      return {
        name: String(action.values['name']),
        ...(typeof displayName === 'string' && { displayName }),
      };
    }
    // An Action that Terraform does not manage has only a name to be shown.
    if (typeof displayName === 'string' && typeof key === 'string' && !key.includes('${')) {
      return { name: displayName };
    }
    throw new UsageError(
      explainReference(`which Action number ${index + 1} of ${address} is`, file),
    );
  });
}
