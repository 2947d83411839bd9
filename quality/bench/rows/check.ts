import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command, compareProcesses } from '../compare-processes.ts';
import type { Row } from '../row.ts';

const pairs = 11;
const root = fileURLToPath(new URL('../../..', import.meta.url));
const compiler = join(
  dirname(createRequire(join(root, 'packages/cli/')).resolve('typescript/package.json')),
  'bin/tsc',
);

/** As `init` writes them for an author's editor. */
const options = {
  target: 'es2023',
  lib: ['es2023'],
  module: 'preserve',
  moduleResolution: 'bundler',
  moduleDetection: 'force',
  allowJs: true,
  checkJs: true,
  noEmit: true,
  skipLibCheck: true,
  strict: true,
  noImplicitAny: false,
  noImplicitThis: false,
  useUnknownInCatchVariables: false,
};

/** How much longer `check` of 100 Actions takes than another command in the same folder. */
const compareCheck = (floor: readonly string[]): number =>
  inFolder((cwd) => compareProcesses({ cwd, subject: [command, 'check'], floor, pairs }));

/** Processes that check the same Actions, as an author starts them. */
export const checkRows: readonly Row[] = [
  {
    name: 'check of 100 Actions, against only the compiler on the same files',
    unit: 'times',
    limit: 1.5,
    measure: () => compareCheck([compiler, '--project', '.']),
  },
  {
    name: 'check of 100 Actions, against one',
    unit: 'times',
    limit: 2.5,
    measure: () => compareCheck([command, 'check', '0.js']),
  },
];

/** Makes a folder of 100 Actions, which are those of the recipes, over and over. */
function inFolder(measure: (folder: string) => number): number {
  const folder = mkdtempSync(join(tmpdir(), 'signup-actions-bench-'));
  const recipes = join(root, 'docs/recipes');
  const sources = readdirSync(recipes, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js') && !path.includes('test'))
    .map((path) => readFileSync(join(recipes, path), 'utf8'))
    .filter((source) => source.includes('exports.onExecutePreUserRegistration'));
  const files = Array.from({ length: 100 }, (_, index) => `${index}.js`);
  for (const [index, file] of files.entries()) {
    writeFileSync(join(folder, file), sources[index % sources.length] ?? '');
  }
  const types = (path: string): string => join(root, 'packages/cli/node_modules', path);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        ...options,
        paths: { '@signup-actions/types': [types('@signup-actions/types/dist/index.d.ts')] },
        types: [types('@types/node'), types('@signup-actions/types/dist/globals.d.ts')],
      },
      files,
    }),
  );
  try {
    return measure(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
