import { readFile } from 'node:fs/promises';
import { UsageError } from '../usage-error.ts';
import { explain } from '../load/read-text.ts';

/** The parts of a `package.json` that matter here. */
export interface Manifest {
  readonly type?: string;
  readonly version?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A `package.json`, and how it is written; absent where there is no such file. */
export async function readManifest(
  file: string,
): Promise<{ readonly text: string; readonly manifest: Manifest } | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UsageError(`Failed to read ${file}: ${explain(error)}.`);
  }
  return { text, manifest: parseManifest(text, file) };
}

function parseManifest(text: string, file: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`Failed to read ${file}: it is not JSON (${(error as Error).message}).`);
  }
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json;
  throw new UsageError(`Failed to read ${file}: a package.json holds an object.`);
}
