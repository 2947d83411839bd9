import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tenant = fileURLToPath(new URL('../../tenant', import.meta.url));

/** What the last Action does for each person, as source code. A person is who comes before the `@` of an address. */
export type Deeds = Readonly<Record<string, string>>;

/** A copy of the example's tenant that a test changes. */
export interface TestTenant {
  readonly folder: string;
  readonly writeCode: (code: string) => void;
  /** Binds these Actions only, in this order. */
  readonly bind: (names: readonly string[]) => void;
  readonly remove: () => void;
}

/** Copies the tenant. If there are deeds, its last Action does them and nothing else. */
export function createTestTenant(deeds?: Deeds): TestTenant {
  const folder = mkdtempSync(join(tmpdir(), 'signup-actions-better-auth-'));
  cpSync(tenant, folder, { recursive: true });
  const writeCode = (code: string): void =>
    writeFileSync(join(folder, 'actions/tag-plan/code.js'), code);
  if (deeds) writeCode(toCode(deeds));
  const bindings = join(folder, 'triggers/triggers.json');
  return {
    folder,
    writeCode,
    bind(names) {
      const { 'pre-user-registration': all } = JSON.parse(readFileSync(bindings, 'utf8'));
      const bound = names.map((name) =>
        all.find((binding: { action_name: string }) => binding.action_name === name),
      );
      writeFileSync(bindings, JSON.stringify({ 'pre-user-registration': bound }));
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

export const toCode = (deeds: Deeds): string => `
  const deeds = {
    ${Object.entries(deeds)
      .map(([person, code]) => `${JSON.stringify(person)}: async (event, api) => { ${code} },`)
      .join('\n')}
  };
  exports.onExecutePreUserRegistration = async (event, api) => {
    await deeds[event.user.email.split('@')[0]]?.(event, api);
  };`;
