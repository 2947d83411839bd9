import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { examples } from './examples.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A folder outside the repository, like a user's project, in which our package is installed. */
export interface Project {
  readonly folder: string;
  readonly remove: () => void;
}

/**
 * Copies the programs to a new project and installs the package there: the unpacked package that
 * `SIGNUP_ACTIONS_TYPES` names, or else the sources under the entries of `package.json`.
 */
export function createProject(): Project {
  const folder = mkdtempSync(`${tmpdir()}/signup-actions-types-`);
  for (const programs of ['right', 'wrong', 'template', 'modules']) {
    cpSync(here(programs), `${folder}/${programs}`, { recursive: true });
  }
  mkdirSync(`${folder}/examples`);
  for (const { file, program } of examples) writeFileSync(`${folder}/examples/${file}`, program);
  writeFileSync(`${folder}/package.json`, '{ "type": "commonjs" }');
  mkdirSync(`${folder}/node_modules/@signup-actions`, { recursive: true });
  install(`${folder}/node_modules/@signup-actions/types`);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function install(target: string): void {
  const unpacked = process.env['SIGNUP_ACTIONS_TYPES'];
  if (unpacked !== undefined) return symlinkSync(unpacked, target, 'junction');
  mkdirSync(target);
  const manifest = readFileSync(here('../package.json'), 'utf8');
  writeFileSync(
    `${target}/package.json`,
    manifest
      .replaceAll(/(?:src|dist)\/((?:module-)?globals)\.(?:ts|d\.ts|js)/g, '$1.d.ts')
      .replaceAll(/dist\/(\w+)\.(?:d\.ts|js)/g, 'src/$1.ts'),
  );
  symlinkSync(here('../src'), `${target}/src`, 'junction');
  // An entry in `types` must be a declaration file.
  for (const name of ['globals', 'module-globals']) {
    copyFileSync(here(`../src/${name}.ts`), `${target}/${name}.d.ts`);
  }
  writeFileSync(`${target}/index.d.ts`, "export * from './src/index.ts';\n");
}
