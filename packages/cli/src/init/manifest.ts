import { readFile } from 'node:fs/promises';
import { isJsonObject, parseJson } from '../files/json.ts';
import { explainFileError } from '../files/read-text.ts';
import { UsageError } from '../usage-error.ts';

/** The parts of a `package.json` that matter here. */
export interface Manifest {
  readonly type?: string;
  readonly version?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A `package.json` and its text. */
export interface ManifestFile {
  readonly text: string;
  readonly manifest: Manifest;
}

/** Reads a `package.json`; returns undefined if there is no such file. */
export async function readManifest(file: string): Promise<ManifestFile | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UsageError(`Failed to read ${file}: ${explainFileError(error)}.`);
  }
  const manifest = parseJson(text, file);
  if (isJsonObject(manifest)) return { text, manifest };
  throw new UsageError(`Failed to read ${file}: a package.json must contain an object.`);
}

/** A test runner that the kit supports. */
export type Runner = 'vitest' | 'jest' | 'node:test';

/** The command line of each runner. */
export const runnerCommands = {
  vitest: ['vitest', 'run'],
  jest: ['jest'],
  'node:test': ['node', '--test'],
} as const satisfies Record<Runner, readonly string[]>;

/**
 * The test runner of a project; undefined if its `package.json` names none. A test script counts more than a
 * dependency, which may be left over from earlier.
 */
export function findRunner({ scripts, ...manifest }: Manifest): Runner | undefined {
  const script = scripts?.['test'] ?? '';
  const named = /\b(?<runner>vitest|jest)\b|\bnode\b.*--test\b/.exec(script);
  if (named) return (named.groups?.['runner'] as Runner | undefined) ?? 'node:test';
  const installed = { ...manifest.dependencies, ...manifest.devDependencies };
  return (['vitest', 'jest'] as const).find((runner) => runner in installed);
}
