import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { root } from '../../scripts/toolchain.js';

/** Completes the project in a folder and those in its subfolders. */
export function completeProjects(folder: string): void {
  const subfolders = readdirSync(folder, { withFileTypes: true }).filter((file) =>
    file.isDirectory(),
  );
  for (const { name } of subfolders) completeProject(join(folder, name));
  completeProject(folder);
}

/**
 * Gives a project that imports it the Action that all consumers have, in its own language and module system, and if
 * it has a `head` with the imports of its runner, the tests that all runners have.
 */
function completeProject(folder: string): void {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ name }) => name);
  const own = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('');
  if (!own.includes('./action')) return;
  const extension = files.some((file) => file.endsWith('.ts')) ? 'ts' : 'js';
  const read = (name: string): string => {
    const text = readFileSync(`${root}/quality/consumers/projects/${name}.ts`, 'utf8');
    const code = extension === 'ts' ? text : stripTypeScriptTypes(text);
    return own.includes('require(') ? code.replaceAll(/^export const (\w+)/gm, 'exports.$1') : code;
  };
  writeFileSync(join(folder, `action.${extension}`), read('action'));
  const head = files.find((file) => file === `head.${extension}`);
  if (head === undefined) return;
  const imports = readFileSync(join(folder, head), 'utf8');
  // Mocha and Deno have no spies and no fake timers.
  const tests = [read('spec'), ...(imports.includes('runner') ? [read('spies')] : [])];
  writeFileSync(join(folder, `action.test.${extension}`), [imports, ...tests].join('\n'));
  rmSync(join(folder, head));
}
