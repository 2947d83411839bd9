import { exists } from '../files/find-files.ts';
import { isJsonObject, parseJson } from '../files/json.ts';
import { readText } from '../files/read-text.ts';
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
  if (!(await exists(file))) return undefined;
  const text = await readText(file);
  const manifest = parseJson(text, file);
  if (isJsonObject(manifest)) return { text, manifest };
  throw new UsageError(`Failed to read ${file}: a package.json must contain an object.`);
}
