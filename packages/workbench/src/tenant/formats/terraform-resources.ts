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
  /** Addresses that stand for ids which are known only after an apply, for each bound Action in order. */
  readonly references?: readonly (string | undefined)[];
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
  const bound = [...ofType('auth0_trigger_actions'), ...ofType('auth0_trigger_action')].filter(
    ({ values }) => values['trigger'] === triggerName,
  );
  if (actions.length === 0 && bound.length === 0) return undefined;
  const single = bound.filter(({ type }) => type === 'auth0_trigger_action');
  return {
    file,
    actions: actions.map((action) => toCode(action, toActionData(action, modules))),
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

function toActionData({ values }: TerraformResource, modules: readonly TerraformResource[]) {
  const pins = Array.isArray(values['modules']) ? values['modules'] : [];
  return {
    ...values,
    secrets: values['secrets'] ?? [],
    dependencies: values['dependencies'] ?? [],
    ...(typeof values['deploy'] === 'boolean' && { deployed: values['deploy'] }),
    ...(pins.length > 0 || modules.length > 0
      ? { modules: pins.map((pin) => toPin(pin, modules)) }
      : { modules: undefined }),
  };
}

/** A module is pinned by the ids of itself and of its version. */
function toPin(pin: unknown, modules: readonly TerraformResource[]): unknown {
  if (!isJsonObject(pin) || typeof pin['module_name'] === 'string') return pin;
  const { module_id: id, module_version_number: version } = pin;
  const module = modules.find(({ values, address }) => id === values['id'] || id === address);
  return { module_name: module?.values['name'] ?? id, module_version_number: version };
}

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
      `Failed to read ${file}: it is not known which Action number ${index + 1} of ${address} is.\nRun terraform apply, then pass what terraform show -json prints.`,
    );
  });
}
