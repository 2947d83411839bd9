import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Done } from './command.ts';
import { createFolder, examples } from './command.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const installed = (name: string): string =>
  dirname(createRequire(join(root, 'package.json')).resolve(`${name}/package.json`));

/** A folder with the Actions of the example tenant, as the deploy tool exported them, and other files. */
export function createTenant(files: Readonly<Record<string, unknown>> = {}): string {
  const folder = createFolder(files);
  cpSync(join(examples, 'tenant'), folder, { recursive: true });
  return folder;
}

/** What an installation would do: the built packages of this workspace, and the tools it has. */
export function install(folder: string): void {
  const link = (name: string, target: string): void => {
    const path = join(folder, 'node_modules', name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path, 'junction');
  };
  for (const name of ['cli', 'testing', 'types']) {
    link(`@signup-actions/${name}`, join(root, 'packages', name));
  }
  for (const name of ['@types/node', 'jest', 'typescript', 'vitest']) link(name, installed(name));
}

/** Runs a script of a package that `install` has linked, or Node's own runner. */
export function runTool(folder: string, ...args: readonly string[]): Done {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NO_COLOR: '1', CI: '1' },
  });
  return { status, stdout, stderr };
}

/** The texts of all files in a folder, but for what is installed. */
export const readAll = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    globSync('**/*', { cwd: folder, withFileTypes: true, exclude: ['node_modules'] })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]),
  );
