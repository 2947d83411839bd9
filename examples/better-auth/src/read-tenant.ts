import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Action } from '@signup-actions/runtime-core';
import type { PreUserRegistrationModule } from '@signup-actions/types';

interface Bindings {
  readonly 'pre-user-registration': readonly { readonly action_name: string }[];
}
interface ExportedAction {
  readonly name: string;
  readonly secrets?: readonly { readonly name: string }[];
}
/** The values of secrets, by name. */
export type Secrets = Readonly<Record<string, string>>;

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** The values of a tenant's secrets, which its export does not contain. */
export const readSecrets = (file: string): Secrets =>
  parseEnv(readFileSync(file, 'utf8')) as Secrets;

/** The Actions of an exported tenant in binding order, each with the secrets that it declares. Runs their code. */
export function readTenant(folder: string, given: Secrets): readonly Action[] {
  const { 'pre-user-registration': bindings } = readJson(
    join(folder, 'triggers/triggers.json'),
  ) as Bindings;
  return bindings.map(({ action_name: name }) => {
    const { secrets = [] } = readJson(join(folder, `actions/${name}.json`)) as ExportedAction;
    const code = join(folder, `actions/${name}/code.js`);
    const module = createRequire(code)(code) as PreUserRegistrationModule;
    return {
      name,
      handler: module.onExecutePreUserRegistration,
      secrets: Object.fromEntries(
        secrets.map((secret) => [secret.name, toValue(name, secret.name, given)]),
      ),
    };
  });
}

/** Throws at the start, because an Action without its secret would fail at every signup. */
function toValue(action: string, secret: string, given: Secrets): string {
  const value = given[secret];
  if (value !== undefined) return value;
  throw new Error(`Failed to read the tenant: the secret ${secret} of ${action} has no value.`);
}
