import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The code of an Action or of an Actions module. */
export interface SourceCode {
  /** What it is and its name, for messages: `the Action block-domains`. */
  readonly title: string;
  readonly name: string;
  /** The absolute path. */
  readonly file: string;
  readonly code: string;
}

/** Reads a file of code. A relative path starts at the working directory. Throws if there is none. */
export function readCode(kind: 'Action' | 'Actions module', file: string | URL): SourceCode {
  const path = toPath(file);
  const name = toName(path);
  const title = `the ${kind} ${name}`;
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw failedLoad(
      title,
      `there is no file ${path}`,
      "A relative path starts at the working directory; new URL('…', import.meta.url) starts at the test.",
    );
  }
  if (/\.[cm]?tsx?$/.test(path)) {
    throw failedLoad(
      title,
      `the platform runs JavaScript but received ${basename(path)}`,
      'Compile it to CommonJS first, and load the result.',
    );
  }
  return { title, name, file: path, code: readFileSync(path, 'utf8') };
}

/** By its kind, since a URL of a runner's sandbox is not an instance of our `URL`. */
const toPath = (file: string | URL): string =>
  typeof file === 'string' && !file.startsWith('file:') ? resolve(file) : fileURLToPath(file);

/** An Action is named after its file; the `code.js` of an export after its folder. */
function toName(path: string): string {
  const name = basename(path, extname(path));
  return name === 'code' || name === 'index' ? basename(dirname(path)) : name;
}

/** Why code cannot be loaded, and what to do. */
export const failedLoad = (title: string, rule: string, next: string): TypeError =>
  new TypeError(`Failed to load ${title}: ${rule}.\n${next}`);
