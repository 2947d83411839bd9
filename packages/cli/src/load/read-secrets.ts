import { parseEnv } from 'node:util';
import { UsageError } from '../usage-error.ts';
import { isPlaceholder } from '@signup-actions/workbench';
import { readText } from './read-text.ts';

/** Where the values of secrets come from. */
export interface SecretSources {
  /** `NAME=VALUE`, as typed. */
  readonly secret?: readonly string[] | undefined;
  readonly envFile?: string | undefined;
}

/** The secrets that a person gave, by name. */
export interface GivenSecrets {
  /** Those that were typed. */
  readonly typed: ReadonlyMap<string, string>;
  /** Those, and the ones of the file; what was typed wins. */
  readonly given: ReadonlyMap<string, string>;
}

/** Reads the secrets; a placeholder is no value. */
export async function readSecrets({ secret = [], envFile }: SecretSources): Promise<GivenSecrets> {
  const typed = secret.map(toPair);
  const fromFile = envFile === undefined ? {} : parseEnv(await readText(envFile));
  const given = [...Object.entries(fromFile), ...typed].filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !isPlaceholder(entry[1]),
  );
  return { typed: new Map(typed), given: new Map(given) };
}

/** What was typed is not repeated: it may be the value of a secret. */
function toPair(argument: string): readonly [string, string] {
  const at = argument.indexOf('=');
  if (at > 0) return [argument.slice(0, at), argument.slice(at + 1)];
  throw new UsageError('Failed to read --secret: it is written NAME=VALUE.');
}
