import { parseEnv } from 'node:util';
import { UsageError } from '../usage-error.ts';
import type { ActionSource, LoadedAction } from './action-source.ts';
import { readText } from './read-text.ts';

type Secrets = Readonly<Record<string, string>>;

/** Where the values of secrets come from. */
export interface SecretSources {
  /** `NAME=VALUE`, as typed. */
  readonly secret: readonly string[];
  readonly envFile?: string | undefined;
}

/**
 * Gives each Action the secrets it declares; an Action that declares nothing gets all that were typed.
 * A declared secret without a value stops the run, and so does a typed one that nobody declares.
 */
export async function giveSecrets(
  actions: readonly ActionSource[],
  { secret, envFile }: SecretSources,
): Promise<readonly LoadedAction[]> {
  const typed = Object.fromEntries(secret.map(toPair));
  const fromFile = envFile === undefined ? {} : await readEnvFile(envFile);
  assertDeclared(Object.keys(typed), actions);
  const loaded = actions.map(({ declaredSecrets, ...action }) => ({
    ...action,
    secrets: declaredSecrets
      ? pick(
          declaredSecrets.map(({ name, value }) => [name, typed[name] ?? fromFile[name] ?? value]),
        )
      : { ...fromFile, ...typed },
  }));
  assertComplete(actions, loaded);
  return loaded;
}

function toPair(argument: string): readonly [string, string] {
  const at = argument.indexOf('=');
  if (at > 0) return [argument.slice(0, at), argument.slice(at + 1)];
  throw new UsageError(`Failed to read --secret ${argument}: it is written NAME=VALUE.`);
}

const readEnvFile = async (file: string): Promise<Secrets> =>
  parseEnv(await readText(file)) as Secrets;

const pick = (entries: readonly (readonly [string, string | undefined])[]): Secrets =>
  Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));

function assertDeclared(names: readonly string[], actions: readonly ActionSource[]): void {
  if (actions.some(({ declaredSecrets }) => !declaredSecrets)) return;
  const declared = actions.flatMap(({ declaredSecrets = [] }) => declaredSecrets);
  const unknown = names.find((name) => !declared.some((secret) => secret.name === name));
  if (unknown === undefined) return;
  throw new UsageError(
    `Failed to use --secret ${unknown}: no Action declares a secret of that name.`,
  );
}

function assertComplete(sources: readonly ActionSource[], loaded: readonly LoadedAction[]): void {
  const missing = sources.flatMap(({ name: action, declaredSecrets = [] }, index) =>
    declaredSecrets
      .filter(({ name }) => !Object.hasOwn(loaded[index]?.secrets ?? {}, name))
      .map(({ name }) => `${name} (${action})`),
  );
  if (missing.length === 0) return;
  throw new UsageError(
    `Failed to run: no value is given for the secret${missing.length > 1 ? 's' : ''} ${missing.join(', ')}; give each with --secret NAME=VALUE, or all in a file with --env-file FILE.`,
  );
}
