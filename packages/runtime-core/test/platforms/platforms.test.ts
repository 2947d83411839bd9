import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { platforms } from './platforms.ts';

// What users install, as it is: the same files on every platform, with the same decisions.

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const isFolderOrModule = (path: string): boolean => !/\.\w+$/.test(path) || path.endsWith('.js');

/** Set by `pnpm platforms`, which installs every platform. */
const isRequired = process.env['SIGNUP_ACTIONS_PLATFORMS'] === 'required';

it.skipIf(!isRequired).for(platforms)('decides in $name as it does in Node', async ({ run }) => {
  const folder = mkdtempSync(`${tmpdir()}/signup-actions-platforms-`);
  cpSync(here('program.js'), `${folder}/program.js`);
  cpSync(here('../../dist'), folder, { recursive: true, filter: isFolderOrModule });
  const { decide } = (await import(`${folder}/program.js`)) as { decide: () => Promise<string> };

  const decided = await decide();

  expect(decided).toContain('ALLOWED');
  expect((await run(folder)).trim()).toBe(decided.trim());
  rmSync(folder, { recursive: true, force: true });
});
