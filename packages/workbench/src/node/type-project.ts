import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { globalTypes, typeOptions } from '../check/typing/compiler.ts';
import { locateTypes, type TypePackages } from './locate-types.ts';

/**
 * Writes files into a project outside the user's folder, away from the user's dependencies and settings, and
 * removes it when `use` is done. Until `use` is called, it is synchronous: the caller may have work to do meanwhile, which
 * would keep the compiler waiting.
 */
export async function withTypeProject<Result>(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'signup-actions-check-')));
  try {
    const packages = locateTypes(folder);
    const written = {
      ...files,
      [globals]: readGlobals(packages),
      'package.json': '{ "type": "commonjs" }',
      'tsconfig.json': JSON.stringify({
        compilerOptions: toCompilerOptions(packages),
        files: [globals, ...Object.keys(files)],
      }),
    };
    for (const [path, text] of Object.entries(written)) writeFileSync(join(folder, path), text);
    return await use(folder);
  } finally {
    // Each file would be a round trip to another thread.
    rmSync(folder, { recursive: true, force: true });
  }
}

function toCompilerOptions(packages: TypePackages): object {
  const index = [locateEntry(packages, 'index')];
  return {
    ...typeOptions,
    allowImportingTsExtensions: isSource,
    types: [packages.node],
    paths: {
      '@signup-actions/types': index,
      [globalTypes]: [`./${globals}`],
      '@signup-actions/types/v1': [locateEntry(packages, 'v1')],
      // The vendor's types have the same names.
      '@auth0/actions/pre-user-registration/v2': index,
    },
  };
}

/** A declaration file: in any other, the compiler would report that Node has an `Event` too. */
const globals = 'globals.d.ts';

// Run from its sources, the workspace checks against the sources of the types.
const isSource = import.meta.url.endsWith('.ts');

const locateEntry = ({ actions }: TypePackages, entry: string): string =>
  join(actions, isSource ? `src/${entry}.ts` : `dist/${entry}.d.ts`);

/** The declarations of the global names, for a file outside their package. */
function readGlobals(packages: TypePackages): string {
  const text = readFileSync(locateEntry(packages, 'globals'), 'utf8');
  return text.replaceAll('./index.js', '@signup-actions/types');
}
