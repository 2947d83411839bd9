import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tenant = fileURLToPath(new URL('../../tenant', import.meta.url));

/** Refuses or fails, depending on the name of the mailbox. */
const code = `exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.user.email.startsWith('invalid-')) {
    return api.validation.error('load_invalid', 'Please choose another name.');
  }
  if (event.user.email.startsWith('failed-')) throw new Error('broken down');
};
`;

/** The example tenant with one more Action, so that a signup can ask for any kind of outcome. */
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
