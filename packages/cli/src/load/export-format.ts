import { triggerName } from '@signup-actions/runtime-core/internal';
import { UsageError } from '../usage-error.ts';
import { isPlaceholder, type DeclaredSecret, type Dependency } from '@signup-actions/workbench';

// The parts of an export that matter here, read from what anybody may have edited.

/** One Action of an export. */
export interface ExportedAction {
  readonly name: string;
  /** Path of the source, as the tool saw it. */
  readonly code: string;
  readonly secrets: readonly DeclaredSecret[];
  readonly dependencies: readonly Dependency[];
  /** Path of the file that declares it. */
  readonly file: string;
}

/** Names of the Actions that are bound to the trigger, in order. */
export function toBindings(triggers: unknown, file: string): readonly string[] {
  const bindings = isObject(triggers) ? triggers[triggerName] : undefined;
  if (!Array.isArray(bindings) || bindings.length === 0) {
    throw new UsageError(`Failed to read ${file}: it binds no Action to ${triggerName}.`);
  }
  return bindings.map((binding: unknown, index) => {
    const name = isObject(binding) ? binding['action_name'] : undefined;
    if (typeof name === 'string') return name;
    throw new UsageError(
      `Failed to read ${file}: binding ${index + 1} of ${triggerName} has no action_name.`,
    );
  });
}

/** An exported Action; a secret whose value the tool left out has none. */
export function toExportedAction(data: unknown, file: string): ExportedAction {
  const { name, code, secrets, dependencies } = isObject(data) ? data : {};
  if (typeof name !== 'string' || typeof code !== 'string') {
    throw new UsageError(`Failed to read ${file}: an exported Action has a name and a code path.`);
  }
  const where = `${file}, Action ${name}`;
  return {
    name,
    code,
    file,
    secrets: toNamed(secrets, `Failed to read ${where}: each of its secrets has a name`).map(
      toSecret,
    ),
    dependencies: toNamed(
      dependencies,
      `Failed to read ${where}: each of its dependencies has a name`,
    ).map((dependency) => ({
      name: dependency.name,
      version: typeof dependency['version'] === 'string' ? dependency['version'] : 'latest',
    })),
  };
}

type Named = Readonly<Record<string, unknown>> & { readonly name: string };

/** A list of things with names; an absent list is empty. */
function toNamed(list: unknown, message: string): readonly Named[] {
  const items: unknown = list ?? [];
  const isNamed = (item: unknown): item is Named =>
    isObject(item) && typeof item['name'] === 'string';
  if (Array.isArray(items) && items.every(isNamed)) return items;
  throw new UsageError(`${message}.`);
}

const toSecret = ({ name, value }: Named): DeclaredSecret =>
  typeof value === 'string' && !isPlaceholder(value) ? { name, value } : { name };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
