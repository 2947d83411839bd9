import { basename, dirname, extname } from 'node:path';

/** A file is named after itself; the `code.js` of an export after its folder. */
export function toActionName(file: string): string {
  const name = basename(file, extname(file));
  return name === 'code' || name === 'index' ? basename(dirname(file)) : name;
}
