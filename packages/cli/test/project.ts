import { spawn } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFolder, examples, waitFor, type Done } from './command.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const installed = (name: string): string =>
  dirname(createRequire(join(root, 'package.json')).resolve(`${name}/package.json`));

/** Copies the Actions of the example tenant, as the deploy tool exported them, into a folder. */
export const copyTenant = (folder: string): void =>
  cpSync(join(examples, 'tenant'), folder, { recursive: true });

/** An Action in TypeScript. */
export const typedActions = {
  'src/tag.ts': `import type { PreUserRegistrationAction } from '@signup-actions/types';
export const onExecutePreUserRegistration: PreUserRegistrationAction = async (event, api) => {
  const { PLAN } = event.secrets;
  api.user.setAppMetadata('plan', PLAN);
};`,
  'tests/.keep': '',
};

/** A folder with the Actions of the example tenant and other files. */
export function createTenant(files: Readonly<Record<string, unknown>> = {}): string {
  const folder = createFolder(files);
  copyTenant(folder);
  return folder;
}

const tools = [
  '@jest/globals',
  '@types/node',
  '@vitest/coverage-v8',
  'expect',
  'jest',
  'typescript',
  'vitest',
];

/** Links what an installation would install: the packages of this workspace as built, and the tools it has. */
export function install(folder: string): void {
  const link = (name: string, target: string): void => {
    const path = join(folder, 'node_modules', name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path, 'junction');
  };
  for (const name of ['cli', 'testing', 'types']) {
    link(`@signup-actions/${name}`, join(root, 'packages', name));
  }
  for (const name of tools) link(name, installed(name));
}

/** Runs a script of a package that `install` has linked, or Node's own runner. */
export const runTool = (folder: string, ...args: readonly string[]): Promise<Done> =>
  waitFor(
    spawn(process.execPath, args, {
      cwd: folder,
      env: { PATH: process.env['PATH'], NO_COLOR: '1', CI: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );

/** The texts of all files in a folder, except for what is installed. */
export const readAll = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    globSync('**/*', { cwd: folder, withFileTypes: true, exclude: ['node_modules'] })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]),
  );
