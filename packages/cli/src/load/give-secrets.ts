import {
  findExceededLimit,
  findNearName,
  isPlaceholder,
  type DeclaredSecret,
  type LoadedAction,
  type RunnableAction,
  type RunnableModule,
} from '@signup-actions/workbench';
import { readText } from '../files/read-text.ts';
import type { Signup } from '../signups/signup.ts';
import { UsageError } from '../usage-error.ts';
import { parseEnvFile } from './parse-env-file.ts';

/** Where the values of secrets come from. */
export interface SecretSources {
  /** `NAME=VALUE`, as typed. */
  readonly secret?: readonly string[] | undefined;
  /** `NAME.KEY=VALUE` of Actions modules, as typed. */
  readonly moduleSecret?: readonly string[] | undefined;
  /** Path of a file with one `NAME=VALUE` per line, and `NAME.KEY=VALUE` for Actions modules. */
  readonly envFile?: string | undefined;
  /** `NAME=VALUE` of the configuration, as typed. */
  readonly configuration?: readonly string[] | undefined;
}

/** Values by their names. */
type Values = Readonly<Record<string, string>>;

/** The values that the user has given. */
export interface GivenValues {
  readonly typed: Values;
  /** By the name of the module, a dot and that of the secret. */
  readonly typedOfModules: Values;
  readonly fromFile: Values;
  readonly configuration: Values;
}

/** Reads the values of secrets, and of the configuration. */
export async function readValues({
  secret = [],
  moduleSecret = [],
  envFile,
  configuration = [],
}: SecretSources): Promise<GivenValues> {
  const typed = Object.fromEntries(secret.map((pair) => toPair(pair, '--secret')));
  return {
    typed,
    typedOfModules: Object.fromEntries(moduleSecret.map(toModulePair)),
    fromFile: envFile === undefined ? {} : parseEnvFile(await readText(envFile), envFile),
    configuration: Object.fromEntries(configuration.map((pair) => toPair(pair, '--configuration'))),
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
  assertComplete(actions, loaded, ways);
  const exceeded = findExceededLimit(loaded);
  if (exceeded !== undefined) throw new UsageError(exceeded);
  return loaded;
}

const withoutPlaceholders = (values: Values): ReadonlyMap<string, string> =>
  new Map(Object.entries(values).filter(([, value]) => !isPlaceholder(value)));

/** What an error tells the user to do about secrets without a value, besides a file with them. */
interface SecretWays {
  readonly ofActions: string;
  readonly ofModules: string;
}

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

/** The message does not repeat the argument, which may be the value of a secret. */
function toPair(argument: string, option: string, form = 'NAME=VALUE'): readonly [string, string] {
  const at = argument.indexOf('=');
  if (at > 0) return [argument.slice(0, at), argument.slice(at + 1)];
  throw new UsageError(`Failed to read ${option}: it must be ${form}.`);
}

function toModulePair(argument: string): readonly [string, string] {
  const [name, value] = toPair(argument, '--module-secret', 'NAME.KEY=VALUE');
  if (/^.+\..+$/s.test(name)) return [name, value];
  throw new UsageError('Failed to read --module-secret: it must be NAME.KEY=VALUE.');
}

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

/** Throws for a secret of a module that no Action has, or that the module does not declare. */
function assertModules(
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

function assertDeclared(values: Values, actions: readonly RunnableAction[], how: string): void {
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

function assertComplete(
  sources: readonly RunnableAction[],
  loaded: readonly LoadedAction[],
  { ofActions, ofModules }: SecretWays,
): void {
  assertValues(
    sources.flatMap(({ name: action, declaredSecrets = [] }, index) =>
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
    listRunnable(sources).flatMap(({ name: module, declaredSecrets = [] }) =>
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
