import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tenant = fileURLToPath(new URL('../../tenant', import.meta.url));

/** Refuses, or breaks down, as the name of the mailbox asks for. */
const code = `exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.user.email.startsWith('invalid-')) {
    return api.validation.error('load_invalid', 'Please choose another name.');
  }
  if (event.user.email.startsWith('failed-')) throw new Error('broken down');
};
`;

/** The tenant of the examples with one more Action, so that every kind of outcome can be asked for. */
export function copyTenant(folder: string): void {
  cpSync(tenant, folder, { recursive: true });
  const name = 'do-as-asked';
  mkdirSync(join(folder, 'actions', name));
  writeFileSync(join(folder, 'actions', name, 'code.js'), code);
  writeFileSync(join(folder, 'actions', `${name}.json`), JSON.stringify({ name }));
  const file = join(folder, 'triggers/triggers.json');
  const { 'pre-user-registration': bindings } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(
    file,
    JSON.stringify({ 'pre-user-registration': [...bindings, { action_name: name }] }),
  );
}
