import {
  findExceededLimit,
  isPlaceholder,
  type ActionSource,
  type LoadedAction,
  type RunnableAction,
} from '@signup-actions/workbench';
import { readText } from '../files/read-text.ts';
import type { Signup } from '../signups/read-event-file.ts';
import { UsageError } from '../usage-error.ts';
import { parseEnvFile } from './parse-env-file.ts';

/** Where the values of secrets come from. */
export interface SecretSources {
  /** `NAME=VALUE`, as typed. */
  readonly secret?: readonly string[] | undefined;
  /** Path of a file with one `NAME=VALUE` per line. */
  readonly envFile?: string | undefined;
  /** `NAME=VALUE` of the configuration, as typed. */
  readonly configuration?: readonly string[] | undefined;
}

/** Values by their names. */
type Values = Readonly<Record<string, string>>;

/** The values that the user has given. */
export interface GivenValues {
  readonly typed: Values;
  readonly fromFile: Values;
  readonly configuration: Values;
}

/** Reads the values of secrets, and of the configuration. */
export async function readValues({
  secret = [],
  envFile,
  configuration = [],
}: SecretSources): Promise<GivenValues> {
  const typed = Object.fromEntries(secret.map((pair) => toPair(pair, '--secret')));
  return {
    typed,
    fromFile: envFile === undefined ? {} : parseEnvFile(await readText(envFile), envFile),
    configuration: Object.fromEntries(configuration.map((pair) => toPair(pair, '--configuration'))),
  };
}

/**
 * Gives each Action the secrets that it declares; an Action that declares nothing gets all of them. Throws for a
 * declared secret without a value, and for a typed secret that no Action declares.
 */
export function giveSecrets(
  actions: readonly RunnableAction[],
  { typed, fromFile, configuration }: GivenValues,
  signup: Pick<Signup, 'configuration' | 'secrets'>,
): readonly LoadedAction[] {
  // A typed value wins over one from the file, and that over one in the event.
  const given = Object.entries({ ...signup.secrets, ...fromFile, ...typed }).filter(
    ([, value]) => !isPlaceholder(value),
  );
  assertDeclared(typed, actions, '--secret ');
  assertDeclared(signup.secrets ?? {}, actions, 'event.secrets.');
  const loaded = actions.map((action) => ({
    ...toLoaded(action, new Map(given)),
    configuration: { ...signup.configuration, ...configuration },
  }));
  assertComplete(actions, loaded);
  const exceeded = findExceededLimit(loaded);
  if (exceeded !== undefined) throw new UsageError(exceeded);
  return loaded;
}

/** The message does not repeat the argument, which may be the value of a secret. */
function toPair(argument: string, option: string): readonly [string, string] {
  const at = argument.indexOf('=');
  if (at > 0) return [argument.slice(0, at), argument.slice(at + 1)];
  throw new UsageError(`Failed to read ${option}: it must be NAME=VALUE.`);
}

function toLoaded(action: RunnableAction, given: ReadonlyMap<string, string>): LoadedAction {
  const { declaredSecrets, ...rest } = action;
  if (!declaredSecrets) return { ...rest, secrets: Object.fromEntries(given) };
  const entries = declaredSecrets.flatMap(({ name, value }) => {
    const own = given.get(name) ?? value;
    return own === undefined ? [] : [[name, own] as const];
  });
  return {
    ...rest,
    secrets: Object.fromEntries(entries),
    declaredNames: declaredSecrets.map(({ name }) => name),
  };
}

function assertDeclared(values: Values, actions: readonly ActionSource[], how: string): void {
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

function assertComplete(sources: readonly ActionSource[], loaded: readonly LoadedAction[]): void {
  const missing = sources.flatMap(({ name: action, declaredSecrets = [] }, index) =>
    declaredSecrets
      .filter(({ name }) => !Object.hasOwn(loaded[index]?.secrets ?? {}, name))
      .map(({ name }) => `${name} (${action})`),
  );
  if (missing.length === 0) return;
  const [noun, verb] = missing.length > 1 ? ['secrets', 'have'] : ['secret', 'has'];
  throw new UsageError(
    `Failed to run: the ${noun} ${missing.join(', ')} ${verb} no value.\nPut the values into a file and pass it with --env-file FILE, or pass each with --secret NAME=VALUE.`,
  );
}
