import { defaultLimits } from '@signup-actions/runtime-core';
import { platformSentences } from '../platform-sentences.ts';
import { UsageError } from '../usage-error.ts';
import type { LoadedAction, RunnableAction } from './action-source.ts';

// What the platform refuses to save or to bind, said before anything runs.

const { maxActions, maxCodeBytes, maxSecrets, maxSecretNameCharacters, maxSecretValueCharacters } =
  defaultLimits;

/** Throws for more Actions than a trigger can have bound, and for an Action that is too large. */
export function assertCodeLimits(actions: readonly RunnableAction[]): void {
  const surplus = actions[maxActions];
  if (surplus) throw refuse(surplus, platformSentences['too-many-actions'](maxActions + 1));
  for (const action of actions) {
    const bytes = new TextEncoder().encode(action.code).length;
    if (bytes > maxCodeBytes) throw refuse(action, platformSentences['code-too-large'](bytes));
  }
}

/** Throws for more or longer secrets than an Action can have. No value is shown. */
export function assertSecretLimits(action: LoadedAction): void {
  const entries = Object.entries(action.secrets);
  if (entries.length > maxSecrets) {
    throw refuse(action, platformSentences['too-many-secrets'](entries.length));
  }
  for (const [name, { length }] of entries) {
    if (name.length > maxSecretNameCharacters) {
      throw refuse(action, platformSentences['secret-name-too-long'](name.length));
    }
    if (length > maxSecretValueCharacters) {
      throw refuse(action, platformSentences['secret-value-too-long'](name, length));
    }
  }
}

const refuse = ({ name }: Pick<LoadedAction, 'name'>, sentence: string): UsageError =>
  new UsageError(`Failed to run ${name}. ${sentence}`);
