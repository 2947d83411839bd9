import {
  findNearName,
  type LoadedAction,
  type RunnableAction,
  type RunnableModule,
} from '@signup-actions/workbench';
import { UsageError } from '../usage-error.ts';
import type { Values } from './read-values.ts';

/** What an error tells the user to do about secrets without a value, besides a file with them. */
export interface SecretWays {
  readonly ofActions: string;
  readonly ofModules: string;
}

/** Throws for a secret of a module that no Action has, or that the module does not declare. */
export function assertModules(
  keys: readonly string[],
  modules: readonly RunnableModule[],
  how: string,
): void {
  for (const key of keys) {
    const module = modules.find(({ name }) => key.startsWith(`${name}.`));
    if (!module) {
      const names = modules.map(({ name }) => name);
      const near = findNearName(key.slice(0, key.indexOf('.')), names);
      throw new UsageError(
        `Failed to use ${how}${key}: no Action has that module.${near === undefined ? '' : ` Did you mean ${near}?`}\nModules: ${names.join(', ') || 'none; pass one with --module NAME=FILE'}.`,
      );
    }
    const declared = module.declaredSecrets?.map(({ name }) => name);
    if (!declared || declared.includes(key.slice(module.name.length + 1))) continue;
    throw new UsageError(
      `Failed to use ${how}${key}: the Actions module ${module.name} does not declare a secret of that name.\nDeclared secrets: ${declared.join(', ') || 'none'}.`,
    );
  }
}

/** Throws for a secret that no Action declares. */
export function assertDeclared(
  values: Values,
  actions: readonly RunnableAction[],
  how: string,
): void {
  if (actions.some(({ declaredSecrets }) => !declaredSecrets)) return;
  const declared = new Set(
    actions.flatMap(({ declaredSecrets = [] }) => declaredSecrets.map(({ name }) => name)),
  );
  const unknown = Object.keys(values).find((name) => !declared.has(name));
  if (unknown === undefined) return;
  const known = declared.size > 0 ? [...declared].join(', ') : 'none';
  throw new UsageError(
    `Failed to use ${how}${unknown}: no Action declares a secret of that name.\nDeclared secrets: ${known}.`,
  );
}

/** Throws for a declared secret without a value. */
export function assertComplete(
  actions: readonly RunnableAction[],
  modules: readonly RunnableModule[],
  loaded: readonly LoadedAction[],
  { ofActions, ofModules }: SecretWays,
): void {
  assertValues(
    actions.flatMap(({ name: action, declaredSecrets = [] }, index) =>
      declaredSecrets
        .filter(({ name }) => !Object.hasOwn(loaded[index]?.secrets ?? {}, name))
        .map(({ name }) => `${name} (${action})`),
    ),
    `Put the values into a file and pass it with --env-file FILE, or ${ofActions}.`,
  );
  const values = Object.assign({}, ...loaded.map(({ moduleSecrets }) => moduleSecrets)) as Readonly<
    Record<string, Values>
  >;
  assertValues(
    modules.flatMap(({ name: module, declaredSecrets = [] }) =>
      declaredSecrets
        .filter(({ name }) => !Object.hasOwn(values[module] ?? {}, name))
        .map(({ name }) => `${module}.${name} (Actions module ${module})`),
    ),
    `Put the values into a file as NAME.KEY=VALUE and pass it with --env-file FILE, or ${ofModules}.`,
  );
}

function assertValues(missing: readonly string[], hint: string): void {
  if (missing.length === 0) return;
  const [noun, verb] = missing.length > 1 ? ['secrets', 'have'] : ['secret', 'has'];
  throw new UsageError(
    `Failed to run: the ${noun} ${missing.join(', ')} ${verb} no value.\n${hint}`,
  );
}
