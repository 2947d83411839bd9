import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folders of the packages whose types the compiler reads. */
export interface TypePackages {
  readonly actions: string;
  readonly node: string;
}

/**
 * Locates the types of Actions and of Node: where they are installed, or as copies inside the project if they are in
 * archives, which only Node can read under Yarn Plug'n'Play.
 */
export function locateTypes(project: string): TypePackages {
  const actions = folderOf('@signup-actions/types');
  const node = folderOf('@types/node');
  if (!('pnp' in process.versions)) return { actions, node };

  const copies = join(project, 'node_modules');
  const copy = (name: string, folder: string): void => copyFolder(folder, join(copies, name));
  const manifest = join(node, 'package.json');
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    dependencies?: object;
  };
  const require = createRequire(manifest);
  copy('@signup-actions/types', actions);
  copy('@types/node', node);
  for (const name of Object.keys(dependencies)) {
    copy(name, dirname(require.resolve(`${name}/package.json`)));
  }
  return {
    actions: join(copies, '@signup-actions/types'),
    node: join(copies, '@types/node'),
  };
}

/** Copies with the functions that can read archives, which `cpSync` cannot. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    else writeFileSync(target, readFileSync(source));
  }
}

/** Looked up only when types are checked: a run needs neither the compiler nor the types of Node. */
const folderOf = (name: string): string =>
  dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
