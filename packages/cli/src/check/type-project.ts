import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { platformTypes, typeOptions } from './type-options.ts';

/** Looked up only when types are checked: `run` needs none of it. */
function toCompilerOptions(): object {
  const types = join(folderOf('@signup-actions/types'), 'dist');
  return {
    ...typeOptions,
    types: [folderOf('@types/node')],
    paths: {
      '@signup-actions/types': [join(types, 'index.d.ts')],
      '@signup-actions/types/globals': [join(types, 'globals.d.ts')],
      '@signup-actions/types/v1': [join(types, 'v1.d.ts')],
      // The vendor's types have the same names.
      '@auth0/actions/pre-user-registration/v2': [join(types, 'index.d.ts')],
    },
  };
}

const folderOf = (name: string): string =>
  dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));

/**
 * Writes files into a project outside the user's folder, where none of their dependencies or settings are,
 * and removes it when `use` is done.
 */
export async function withTypeProject<Result>(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'signup-actions-check-')));
  try {
    const written = {
      ...files,
      'platform.d.ts': platformTypes,
      'package.json': '{ "type": "commonjs" }',
      'tsconfig.json': JSON.stringify({
        compilerOptions: toCompilerOptions(),
        files: ['platform.d.ts', ...Object.keys(files)],
      }),
    };
    for (const [path, text] of Object.entries(written)) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
