import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';

const require = createRequire(import.meta.url);
const folderOf = (name: string, from = require): string =>
  dirname(from.resolve(`${name}/package.json`));

/**
 * Reads all declarations that the compiler needs for an Action, by the path under which it expects them: its own
 * library, Node's types, and those of this project from their sources. Called while the site is built.
 */
export function readDeclarations(): Readonly<Record<string, string>> {
  const node = folderOf('@types/node');
  const packages = {
    '@types/node': node,
    'undici-types': folderOf('undici-types', createRequire(`${node}/package.json`)),
  };
  const files: Record<string, string> = {};
  for (const [name, folder] of Object.entries(packages)) {
    // Those in `ts…` are for older compilers.
    for (const path of globSync(['package.json', '{*,!(ts*)/**/*}.d.ts'], { cwd: folder })) {
      files[`/node_modules/${name}/${path}`] = readFileSync(`${folder}/${path}`, 'utf8');
    }
  }
  const ours = `${folderOf('@signup-actions/types')}/src`;
  for (const path of globSync('**/*.ts', { cwd: ours })) {
    // The global names have to be in a declaration file.
    const place = path === 'globals.ts' ? 'globals.d.ts' : path;
    files[`/types/${place}`] = readFileSync(`${ours}/${path}`, 'utf8');
  }
  const kit = `${folderOf('@signup-actions/testing')}/src/events`;
  files['/kit/event-overrides.ts'] = readFileSync(`${kit}/event-overrides.ts`, 'utf8');
  for (const path of globSync('lib.{es,decorators}*.d.ts', {
    cwd: `${folderOf('typescript-js')}/lib`,
  })) {
    if (/full|iterable$/.test(basename(path, '.d.ts'))) continue;
    files[`/${path}`] = readFileSync(`${folderOf('typescript-js')}/lib/${path}`, 'utf8');
  }
  return files;
}
