import { UsageError } from '../usage-error.ts';
import { readEnvFile } from './read-env-file.ts';

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
export type Values = Readonly<Record<string, string>>;

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
    fromFile: await readEnvFile(envFile),
    configuration: Object.fromEntries(configuration.map((pair) => toPair(pair, '--configuration'))),
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
