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

/** A `package.json`, and the file as it is written. */
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
