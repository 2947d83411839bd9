import { cp, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folders of the packages whose types the compiler reads. */
export interface TypePackages {
  readonly actions: string;
  readonly node: string;
}

/**
 * Locates the types of Actions and of Node: where they are installed, or as copies inside the project if they are in
 * archives, which only Node can read under Yarn Plug'n'Play.
 */
export async function locateTypes(project: string): Promise<TypePackages> {
  const actions = folderOf('@signup-actions/types');
  const node = folderOf('@types/node');
  if (!('pnp' in process.versions)) return { actions, node };

  const copies = join(project, 'node_modules');
  const copy = (name: string, folder: string): Promise<void> =>
    cp(folder, join(copies, name), { recursive: true });
  const manifest = join(node, 'package.json');
  const { dependencies = {} } = JSON.parse(await readFile(manifest, 'utf8')) as {
    dependencies?: object;
  };
  const require = createRequire(manifest);
  await Promise.all([
    copy('@signup-actions/types', actions),
    copy('@types/node', node),
    ...Object.keys(dependencies).map((name) =>
      copy(name, dirname(require.resolve(`${name}/package.json`))),
    ),
  ]);
  return {
    actions: join(copies, '@signup-actions/types'),
    node: join(copies, '@types/node'),
  };
}

/** Looked up only when types are checked: a run needs neither the compiler nor the types of Node. */
const folderOf = (name: string): string =>
  dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));
