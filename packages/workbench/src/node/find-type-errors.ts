import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { globalTypes, isTypeFinding, toFindingMessage, typeOptions } from '../check/compiler.ts';
import type { Finding } from '../check/finding.ts';
import { locateTypes, type TypePackages } from './locate-types.ts';
import { runTsc } from './run-tsc.ts';

/** A file, and the code that the compiler reads instead of its content. */
export interface TypedFile {
  readonly file: string;
  readonly code: string;
}

/** Checks the types of files. The lines of the code have to be those of the file. */
export async function findTypeErrors(files: readonly TypedFile[]): Promise<readonly Finding[]> {
  if (files.length === 0) return [];
  const copies = new Map(
    files.map((file, index) => [`action-${index}/code${toExtension(file.file)}`, file]),
  );
  const codes = Object.fromEntries([...copies].map(([copy, { code }]) => [copy, code]));
  const errors = await withTypeProject(codes, runTsc);
  return errors
    .filter(({ code }) => isTypeFinding(code))
    .map(({ file: copy, line, code, message }) => {
      const file = copies.get(copy)?.file;
      if (file === undefined) {
        throw new Error(`Failed to check types: ${copy} is wrong: ${message}`);
      }
      return { file, line, rule: code, message: toFindingMessage(message) };
    });
}

/** Whatever else a file is called, it is CommonJS unless it is TypeScript. */
const toExtension = (file: string): string => /\.[cm]?ts$/.exec(file)?.[0] ?? '.js';

/** A declaration file: in any other, the compiler would report that Node has an `Event` too. */
const globals = 'globals.d.ts';

// Run from its sources, the workspace checks against the sources of the types.
const isSource = import.meta.url.endsWith('.ts');

const locateEntry = ({ actions }: TypePackages, entry: string): string =>
  join(actions, isSource ? `src/${entry}.ts` : `dist/${entry}.d.ts`);

/** The declarations of the global names, for a file outside their package. */
async function readGlobals(packages: TypePackages): Promise<string> {
  const text = await readFile(locateEntry(packages, 'globals'), 'utf8');
  return text.replaceAll('./index.js', '@signup-actions/types');
}

/**
 * Writes files into a project outside the user's folder, away from the user's dependencies and settings, and
 * removes it when `use` is done.
 */
async function withTypeProject<Result>(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'signup-actions-check-')));
  try {
    const packages = await locateTypes(folder);
    const written = {
      ...files,
      [globals]: await readGlobals(packages),
      'package.json': '{ "type": "commonjs" }',
      'tsconfig.json': JSON.stringify({
        compilerOptions: toCompilerOptions(packages),
        files: [globals, ...Object.keys(files)],
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
