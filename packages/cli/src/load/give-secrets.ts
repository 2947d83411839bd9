import {
  findExceededLimit,
  type ActionSource,
  type LoadedAction,
  type RunnableAction,
} from '@signup-actions/workbench';
import { UsageError } from '../usage-error.ts';
import { readSecrets, type SecretSources } from './read-secrets.ts';

/**
 * Gives each Action the secrets it declares; an Action that declares nothing gets all that are given.
 * A declared secret without a value stops the run, and so does a typed one that nobody declares.
 */
export async function giveSecrets(
  actions: readonly RunnableAction[],
  sources: SecretSources,
): Promise<readonly LoadedAction[]> {
  const { typed, given } = await readSecrets(sources);
  assertDeclared([...typed.keys()], actions);
  const loaded = actions.map((action) => toLoaded(action, given));
  assertComplete(actions, loaded);
  const exceeded = findExceededLimit(loaded);
  if (exceeded !== undefined) throw new UsageError(exceeded);
  return loaded;
}

function toLoaded(action: RunnableAction, given: ReadonlyMap<string, string>): LoadedAction {
  const { declaredSecrets, ...rest } = action;
  if (!declaredSecrets) return { ...rest, secrets: Object.fromEntries(given) };
  const entries = declaredSecrets.flatMap(({ name, value }) => {
    const own = given.get(name) ?? value;
    return own === undefined ? [] : [[name, own] as const];
  });
  return { ...rest, secrets: Object.fromEntries(entries) };
}

function assertDeclared(names: readonly string[], actions: readonly ActionSource[]): void {
  if (actions.some(({ declaredSecrets }) => !declaredSecrets)) return;
  const declared = new Set(
    actions.flatMap(({ declaredSecrets = [] }) => declaredSecrets.map(({ name }) => name)),
  );
  const unknown = names.find((name) => !declared.has(name));
  if (unknown === undefined) return;
  const known = declared.size > 0 ? [...declared].join(', ') : 'none';
  throw new UsageError(
    `Failed to use --secret ${unknown}: no Action declares a secret of that name.\nDeclared are: ${known}.`,
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
    `Failed to run: no value is given for the secret${missing.length > 1 ? 's' : ''} ${missing.join(', ')}.\nGive each with --secret NAME=VALUE, or all in a file with --env-file FILE.`,
  );
}
