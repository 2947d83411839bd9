import { defaultLimits } from '@signup-actions/runtime-core';
import { UsageError } from '../usage-error.ts';
import type { ActionSource, LoadedAction } from './action-source.ts';

// What the platform refuses to save or to bind, said before anything runs.

const {
  maxActions,
  maxCodeBytes,
  maxSecrets,
  maxSecretNameCharacters: maxName,
  maxSecretValueCharacters: maxValue,
} = defaultLimits;

/** Throws for more Actions than a trigger can have bound, and for an Action that is too large. */
export function assertCodeLimits(actions: readonly ActionSource[]): void {
  if (actions.length > maxActions) {
    throw new UsageError(
      `Failed to run: a trigger has at most ${maxActions} Actions but received ${actions.length}.\nRun fewer of them, or join some into one.`,
    );
  }
  for (const { file, code } of actions) {
    const bytes = Buffer.byteLength(code);
    if (bytes <= maxCodeBytes) continue;
    throw new UsageError(
      `Failed to run ${file}: the code of an Action has at most ${maxCodeBytes} bytes but received ${bytes}.\nMove data into a dependency or a service, or split the Action.`,
    );
  }
}

/** Throws for more or longer secrets than an Action can have. No value is shown. */
export function assertSecretLimits({ name: action, secrets }: LoadedAction): void {
  const entries = Object.entries(secrets);
  const refuse = (rule: string): never => {
    throw new UsageError(`Failed to give ${action} its secrets: ${rule}.`);
  };
  if (entries.length > maxSecrets) {
    refuse(`an Action has at most ${maxSecrets} secrets but received ${entries.length}`);
  }
  for (const [name, value] of entries) {
    if (name.length > maxName) {
      refuse(
        `the name of a secret has at most ${maxName} characters but received ${name} with ${name.length}`,
      );
    }
    if (value.length > maxValue) {
      refuse(
        `the value of a secret has at most ${maxValue} characters but received ${value.length} for ${name}`,
      );
    }
  }
}
