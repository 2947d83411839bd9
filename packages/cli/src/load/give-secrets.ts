import {
  findExceededLimit,
  isPlaceholder,
  type DeclaredSecret,
  type LoadedAction,
  type RunnableAction,
  type RunnableModule,
} from '@signup-actions/workbench';
import type { Signup } from '../signups/signup.ts';
import { UsageError } from '../usage-error.ts';
import {
  assertComplete,
  assertDeclared,
  assertModules,
  type SecretWays,
} from './assert-secrets.ts';
import type { GivenValues, Values } from './read-values.ts';

const typing: SecretWays = {
  ofActions: 'pass each with --secret NAME=VALUE',
  ofModules: 'pass each with --module-secret NAME.KEY=VALUE',
};

/** Returns a function that gives the secrets. It returns the same array for signups that bring the same values. */
export function createSecretGiver(
  actions: readonly RunnableAction[],
  values: GivenValues,
  ways = typing,
): (signup: Pick<Signup, 'configuration' | 'secrets'>) => readonly LoadedAction[] {
  let last: { readonly key: string; readonly loaded: readonly LoadedAction[] } | undefined;
  return ({ secrets, configuration }) => {
    const key = JSON.stringify([secrets, configuration]);
    if (last?.key !== key) {
      last = { key, loaded: giveSecrets(actions, values, { secrets, configuration }, ways) };
    }
    return last.loaded;
  };
}

/**
 * Gives each Action the secrets that it declares; an Action that declares nothing gets all of them. Its modules get theirs
 * in the same way, and neither gets those of the other. Throws for a declared secret without a value, and for a typed
 * secret that no Action and no module declares.
 */
function giveSecrets(
  actions: readonly RunnableAction[],
  { typed, typedOfModules, fromFile, configuration }: GivenValues,
  signup: Pick<Signup, 'configuration' | 'secrets'>,
  ways: SecretWays,
): readonly LoadedAction[] {
  const modules = listRunnable(actions);
  const [ofModules, ofActions] = splitByModule(fromFile, modules);
  const [broughtToModules, brought] = splitByModule(signup.secrets ?? {}, modules);
  // A typed value wins over one from the file, and that over one that the signup brings.
  const given = withoutPlaceholders({ ...brought, ...ofActions, ...typed });
  const givenToModules = withoutPlaceholders({
    ...broughtToModules,
    ...ofModules,
    ...typedOfModules,
  });
  assertDeclared(typed, actions, '--secret ');
  assertDeclared(brought, actions, 'secrets.');
  assertModules(Object.keys(typedOfModules), modules, '--module-secret ');
  assertModules(Object.keys(broughtToModules), modules, 'secrets.');
  const loaded = actions.map((action) => ({
    ...toLoaded(action, given),
    ...toLoadedModules(action, givenToModules),
    configuration: { ...signup.configuration, ...configuration },
  }));
  assertComplete(actions, modules, loaded, ways);
  const exceeded = findExceededLimit(loaded);
  if (exceeded !== undefined) throw new UsageError(exceeded);
  return loaded;
}

const withoutPlaceholders = (values: Values): ReadonlyMap<string, string> =>
  new Map(Object.entries(values).filter(([, value]) => !isPlaceholder(value)));

function toLoaded(
  action: RunnableAction,
  given: ReadonlyMap<string, string>,
): Omit<LoadedAction, 'modules' | 'moduleSecrets'> {
  const { declaredSecrets, modules: _, ...rest } = action;
  return { ...rest, ...toOwnSecrets(declaredSecrets, given) };
}

/** The modules of an Action, and the secrets of each. */
function toLoadedModules(
  { modules = [] }: RunnableAction,
  given: ReadonlyMap<string, string>,
): Required<Pick<LoadedAction, 'modules' | 'moduleSecrets'>> {
  const loaded = modules.map(({ declaredSecrets, ...module }) => {
    const prefix = `${module.name}.`;
    const own = [...given]
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value] as const);
    const { secrets, ...names } = toOwnSecrets(declaredSecrets, new Map(own));
    return { module: { ...module, ...names }, secrets };
  });
  return {
    modules: loaded.map(({ module }) => module),
    moduleSecrets: Object.fromEntries(loaded.map(({ module, secrets }) => [module.name, secrets])),
  };
}

/** The values of the declared secrets; of all if nothing declares any. */
function toOwnSecrets(
  declared: readonly DeclaredSecret[] | undefined,
  given: ReadonlyMap<string, string>,
): Pick<LoadedAction, 'declaredNames' | 'secrets'> {
  if (!declared) return { secrets: Object.fromEntries(given) };
  const entries = declared.flatMap(({ name, value }) => {
    const own = given.get(name) ?? value;
    return own === undefined ? [] : [[name, own] as const];
  });
  return { secrets: Object.fromEntries(entries), declaredNames: declared.map(({ name }) => name) };
}

/** The modules of all Actions, each once. */
const listRunnable = (actions: readonly RunnableAction[]): readonly RunnableModule[] => [
  ...new Map(
    actions.flatMap(({ modules = [] }) => modules.map((module) => [module.name, module])),
  ).values(),
];

/** Takes apart what a file of secrets holds for modules, and for Actions. */
function splitByModule(
  values: Values,
  modules: readonly RunnableModule[],
): readonly [ofModules: Values, ofActions: Values] {
  const isOfModule = (key: string): boolean =>
    modules.some(({ name }) => key.startsWith(`${name}.`));
  const entries = Object.entries(values);
  return [
    Object.fromEntries(entries.filter(([key]) => isOfModule(key))),
    Object.fromEntries(entries.filter(([key]) => !isOfModule(key))),
  ];
}
