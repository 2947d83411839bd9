import { defaultLimits } from '@signup-actions/runtime-core';
import type {
  DeclaredSecret,
  Dependency,
  LoadedAction,
  RunnableAction,
  RunnableModule,
} from './action.ts';
import { toBrokenRule, type BrokenRule, type CodeOwner } from './platform-rules.ts';

const {
  maxActions,
  maxCodeBytes,
  maxModules,
  maxPackages,
  maxSecrets,
  maxSecretNameCharacters,
  maxSecretValueCharacters,
} = defaultLimits;

/** The rule that code breaks by its size; absent if the platform accepts it. */
export function checkCodeSize(code: string): BrokenRule | undefined {
  const bytes = new TextEncoder().encode(code).length;
  return bytes > maxCodeBytes ? toBrokenRule('code-too-large', bytes) : undefined;
}

/** The rules that the packages of an Action, or of an Actions module, break. */
export const checkDependencies = (
  packages: readonly Dependency[],
  owner: CodeOwner = 'Action',
): readonly BrokenRule[] =>
  packages.length > maxPackages ? [toBrokenRule('too-many-packages', packages.length, owner)] : [];

/** The rules that the Actions modules of an Action break. */
export const checkModules = (modules: readonly unknown[]): readonly BrokenRule[] =>
  modules.length > maxModules ? [toBrokenRule('too-many-modules', modules.length)] : [];

/** A rule that the secrets of an Action break. */
export interface BrokenSecretRule extends BrokenRule {
  /** Name of the secret; absent if there are too many. */
  readonly secret?: string;
}

/** The rules that the secrets of an Action, or of an Actions module, break. No value is shown. */
export function checkSecrets(
  secrets: readonly DeclaredSecret[],
  owner: CodeOwner = 'Action',
): readonly BrokenSecretRule[] {
  const broken: BrokenSecretRule[] = [];
  if (secrets.length > maxSecrets) {
    broken.push(toBrokenRule('too-many-secrets', secrets.length, owner));
  }
  for (const { name: secret, value = '' } of secrets) {
    if (secret.length > maxSecretNameCharacters) {
      broken.push({ secret, ...toBrokenRule('secret-name-too-long', secret.length) });
    }
    if (value.length > maxSecretValueCharacters) {
      broken.push({ secret, ...toBrokenRule('secret-value-too-long', secret, value.length) });
    }
  }
  return broken;
}

/** What the limits are about; without secrets these are not checked. */
interface LimitedAction
  extends
    Pick<RunnableAction, 'name' | 'code' | 'listsModules'>,
    Partial<Pick<LoadedAction, 'secrets' | 'moduleSecrets'>> {
  readonly modules?: readonly Pick<RunnableModule, 'name' | 'code'>[];
}

/** Why the platform would not save or bind these Actions, naming the first at fault; absent if it would. */
export function findExceededLimit(actions: readonly LimitedAction[]): string | undefined {
  const toMessage = (name: string, { message }: BrokenRule): string =>
    `Failed to run ${name}. ${message}`;
  const surplus = actions[maxActions];
  if (surplus) return toMessage(surplus.name, toBrokenRule('too-many-actions', maxActions + 1));
  for (const { name, code, secrets, modules = [], moduleSecrets = {}, listsModules } of actions) {
    const [tooMany] = listsModules === true ? checkModules(modules) : [];
    const broken = tooMany ?? checkCodeSize(code) ?? checkSecrets(toDeclared(secrets))[0];
    if (broken) return toMessage(name, broken);
    for (const module of modules) {
      const own = toDeclared(moduleSecrets[module.name]);
      const brokenByModule = checkCodeSize(module.code) ?? checkSecrets(own, 'module')[0];
      if (brokenByModule) return toMessage(`the Actions module ${module.name}`, brokenByModule);
    }
  }
  return undefined;
}

const toDeclared = (secrets: LoadedAction['secrets'] = {}): readonly DeclaredSecret[] =>
  Object.entries(secrets).map(([name, value]) => ({ name, value }));
