import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/toolchain.js';
import { findEnvironment } from './environment.ts';
import { managers } from './managers.ts';
import type { Tarballs } from './pack.ts';
import { run } from './run.ts';

/** Besides the newest one, which the type tests run with anyway. */
const typescripts = ['5.4', '5.9', '6.0'];

/** Runs the type tests of this repository on the packed types, with every TypeScript that is supported. */
export async function testTypes(folder: string, tarballs: Tarballs): Promise<void> {
  const name = '@signup-actions/types';
  const dependencies = Object.fromEntries(
    typescripts.map((version) => [`typescript-${version}`, `npm:typescript@~${version}.0`]),
  );
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ dependencies: { ...dependencies, [name]: tarballs[name] } }),
  );
  await run(managers.npm.install, { cwd: folder, env: findEnvironment(undefined, []) });
  await run(['pnpm', 'exec', 'vitest', 'run', 'packages/types'], {
    cwd: root,
    env: {
      ...process.env,
      SIGNUP_ACTIONS_TYPES: join(folder, 'node_modules', name),
      SIGNUP_ACTIONS_TYPESCRIPTS: folder,
    },
  });
}
