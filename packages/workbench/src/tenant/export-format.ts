// The parts of an export that matter here. Users edit these files, so everything is validated.
import { triggerName } from '@signup-actions/runtime-core/internal';
import {
  isPlaceholder,
  type DeclaredSecret,
  type Dependency,
  type Deployment,
  type ModulePin,
  type ModuleSource,
} from '../platform/action.ts';
import { isJsonObject, type JsonObject } from '../files/json.ts';
import { UsageError } from '../files/usage-error.ts';
import { unknownList, type Binding } from './declared-tenant.ts';

/** Code in an export, with what it declares. */
export interface ExportedCode {
  readonly name: string;
  /** Path of the source, as the deploy tool wrote it. */
  readonly code: string;
  /** Absent if the list is not known: a keyword stands for it, or an expression of Terraform. */
  readonly secrets: readonly DeclaredSecret[] | undefined;
  /** Absent if the list is not known. */
  readonly dependencies: readonly Dependency[] | undefined;
  /** Absolute path of the file that declares it. */
  readonly file: string;
}

/** One Action of an export. */
export interface ExportedAction extends ExportedCode {
  readonly deployment: Deployment;
  /** The Actions modules that it lists; absent if there is no list, or a keyword stands for it. */
  readonly modules: readonly Omit<ModulePin, 'source'>[] | undefined;
}

/** One Actions module of an export. */
export interface ExportedModule extends ExportedCode, Pick<ModuleSource, 'isDraft' | 'version'> {}

/** The Actions that are bound to the trigger, in order. */
export function toBindings(triggers: unknown, file: string): readonly Binding[] {
  const bindings = isJsonObject(triggers) ? triggers[triggerName] : undefined;
  if (!Array.isArray(bindings) || bindings.length === 0) {
    throw new UsageError(`Failed to read ${file}: it binds no Action to ${triggerName}.`);
  }
  return bindings.map((binding: unknown, index) => {
    const { action_name: name, display_name: displayName } = isJsonObject(binding) ? binding : {};
    if (typeof name === 'string') {
      return { name, ...(typeof displayName === 'string' && { displayName }) };
    }
    throw new UsageError(
      `Failed to read ${file}: binding ${index + 1} of ${triggerName} has no action_name.`,
    );
  });
}

/** Validates an exported Action. A secret whose value the tool left out has no value. */
export const toExportedAction = (data: unknown, file: string): ExportedAction => {
  const exported = toExportedCode(data, file, 'Action');
  return { ...exported, deployment: toDeployment(data), modules: toPins(data, exported) };
};

/** Validates an exported Actions module. */
export function toExportedModule(data: unknown, file: string): ExportedModule {
  const { latest_version_number: version, all_changes_published: isPublished } = isJsonObject(data)
    ? data
    : {};
  return {
    ...toExportedCode(data, file, 'Actions module'),
    ...(typeof version === 'number' && { version }),
    isDraft: isPublished === false,
  };
}

function toExportedCode(
  data: unknown,
  file: string,
  kind: 'Action' | 'Actions module',
): ExportedCode {
  const { name, code, secrets, dependencies } = isJsonObject(data) ? data : {};
  if (typeof name !== 'string' || typeof code !== 'string') {
    throw new UsageError(
      `Failed to read ${file}: an exported ${kind} must have a name and a code path.`,
    );
  }
  const where = `${file}, ${kind} ${name}`;
  if (code === '') throw new UsageError(`Failed to read ${where}: it has no code.`);
  return {
    name,
    code,
    file,
    secrets: toNamed(secrets, `Failed to read ${where}: each secret must have a name.`)?.map(
      toSecret,
    ),
    dependencies: toNamed(
      dependencies,
      `Failed to read ${where}: each dependency must have a name.`,
    )?.map((dependency) => ({
      name: dependency.name,
      version: typeof dependency['version'] === 'string' ? dependency['version'] : 'latest',
    })),
  };
}

function toPins(data: unknown, { file, name }: ExportedCode): ExportedAction['modules'] {
  const modules = isJsonObject(data) ? data['modules'] : undefined;
  if (modules === undefined || modules === null) return undefined;
  if (typeof modules === 'string' && isPlaceholder(modules)) return undefined;
  const toPin = (pin: unknown): Omit<ModulePin, 'source'> => {
    const { module_name: module, module_version_number: version } = isJsonObject(pin) ? pin : {};
    if (typeof module === 'string') {
      return { name: module, ...(typeof version === 'number' && { version }) };
    }
    throw new UsageError(
      `Failed to read ${file}, Action ${name}: each of its modules must have a module_name.`,
    );
  };
  if (Array.isArray(modules)) return modules.map(toPin);
  throw new UsageError(`Failed to read ${file}, Action ${name}: its modules must be a list.`);
}

function toDeployment(data: unknown): Deployment {
  const { supported_triggers: supported, runtime, deployed } = isJsonObject(data) ? data : {};
  const triggers = (Array.isArray(supported) ? supported : []).flatMap((trigger: unknown) =>
    isJsonObject(trigger) && typeof trigger['id'] === 'string' ? [trigger['id']] : [],
  );
  return {
    triggers,
    ...(typeof runtime === 'string' ? { runtime } : {}),
    isDraft: deployed === false,
  };
}

type Named = JsonObject & { readonly name: string };

/** Validates a list of objects with names; an absent list is empty, and one that is a keyword is unknown. */
function toNamed(list: unknown, message: string): readonly Named[] | undefined {
  if (list === unknownList) return undefined;
  if (typeof list === 'string' && isPlaceholder(list)) return undefined;
  const items: unknown = list ?? [];
  const isNamed = (item: unknown): item is Named =>
    isJsonObject(item) && typeof item['name'] === 'string';
  if (Array.isArray(items) && items.every(isNamed)) return items;
  throw new UsageError(message);
}

const toSecret = ({ name, value }: Named): DeclaredSecret =>
  typeof value === 'string' && !isPlaceholder(value) ? { name, value } : { name };
