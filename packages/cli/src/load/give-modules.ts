import {
  findNearName,
  readAction,
  type ActionSource,
  type ModulePin,
  type ModuleSource,
} from '@signup-actions/workbench';
import { UsageError } from '../usage-error.ts';
import { machineFiles } from './machine-files.ts';

/** An Actions module that the user gives by the path of its file. */
export interface GivenModule {
  readonly name: string;
  /** An absolute path. */
  readonly file: string;
}

/**
 * Gives Actions the Actions modules that the user names: an Action that lists none gets all of them, one that lists some
 * gets the code of those. Throws a {@link UsageError} for a module that no Action lists.
 */
export async function giveModules(
  actions: readonly ActionSource[],
  given: readonly GivenModule[],
): Promise<readonly ActionSource[]> {
  if (given.length === 0) return actions;
  assertListed(given, actions);
  // The last one of a name counts, as for secrets.
  const named = new Map(given.map(({ name, file }) => [name, file]));
  const sources = await Promise.all(
    [...named].map(([name, file]) => readAction(file, machineFiles, name)),
  );
  return actions.map((action) => ({ ...action, ...toPins(action, sources) }));
}

function toPins(
  { modules }: ActionSource,
  given: readonly ModuleSource[],
): Pick<ActionSource, 'givenModules' | 'modules'> {
  if (!modules) return { givenModules: given };
  const byName = new Map(given.map((source) => [source.name, source]));
  return { modules: modules.map((pin) => replaceCode(pin, byName.get(pin.name))) };
}

/** What the export declares of a module still counts, but for its version. */
function replaceCode(pin: ModulePin, given: ModuleSource | undefined): ModulePin {
  if (!given) return pin;
  const { declaredSecrets, dependencies = [], declaredIn } = pin.source ?? {};
  return {
    ...pin,
    source: {
      ...given,
      dependencies,
      ...(declaredSecrets && { declaredSecrets }),
      ...(declaredIn !== undefined && { declaredIn }),
      ...(pin.version !== undefined && { version: pin.version }),
    },
  };
}

function assertListed(given: readonly GivenModule[], actions: readonly ActionSource[]): void {
  if (actions.some(({ modules }) => !modules)) return;
  const listed = new Set(actions.flatMap(({ modules = [] }) => modules.map(({ name }) => name)));
  const unknown = given.find(({ name }) => !listed.has(name))?.name;
  if (unknown === undefined) return;
  const near = findNearName(unknown, [...listed]);
  const question = near === undefined ? '' : ` Did you mean ${near}?`;
  throw new UsageError(
    `Failed to use --module ${unknown}: no Action lists a module of that name.${question}\nListed modules: ${[...listed].join(', ') || 'none'}.`,
  );
}
