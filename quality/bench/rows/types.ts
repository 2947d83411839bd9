import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { median } from '../measure-ratio.ts';
import type { Row } from '../row.ts';

const tsc = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace('package.json', 'bin/tsc');
const typesPackage = fileURLToPath(new URL('../../../packages/types', import.meta.url));

const empty = 'export {};';
const action = `import type { PreUserRegistrationAction } from '@signup-actions/types';
export const onExecutePreUserRegistration: PreUserRegistrationAction = async (event, api) => {
  if (!event.user.email) return api.access.deny('no address', 'Please give an address.');
  api.user.setUserMetadata('company', { name: 'Example', seats: [1, 2] });
};`;

export const typesRows: readonly Row[] = [
  {
    name: 'instantiations of an Action with our types, beyond an empty project',
    unit: 'instantiations',
    limit: 2_000,
    measure: () => check(action).instantiations - check(empty).instantiations,
  },
  {
    name: 'time to check an Action with our types, against an empty project',
    unit: 'times',
    limit: 1.3,
    measure: measureTime,
  },
];

/** The median over alternating pairs of whole runs of the compiler. */
function measureTime(): number {
  return median(Array.from({ length: 11 }, () => check(action).ms / check(empty).ms));
}

/** What it costs to check a program, from the start of the compiler to its end. */
function check(program: string): { readonly instantiations: number; readonly ms: number } {
  const folder = mkdtempSync(`${tmpdir()}/signup-actions-bench-`);
  mkdirSync(`${folder}/node_modules/@signup-actions`, { recursive: true });
  symlinkSync(typesPackage, `${folder}/node_modules/@signup-actions/types`, 'junction');
  writeFileSync(`${folder}/program.ts`, program);
  const flags = [
    '--noEmit',
    // A folder above may have a configuration.
    '--ignoreConfig',
    '--strict',
    '--module',
    'nodenext',
    '--types',
    '',
    '--extendedDiagnostics',
  ];
  const start = performance.now();
  const { stdout, status } = spawnSync(process.execPath, [tsc, ...flags, 'program.ts'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const ms = performance.now() - start;
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(stdout);
  return { instantiations: Number(/Instantiations:\s+(\d+)/.exec(stdout)?.[1]), ms };
}
