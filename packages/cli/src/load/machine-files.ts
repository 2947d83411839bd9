import { createRequire } from 'node:module';
import * as paths from 'node:path';
import type { TenantFiles } from '@signup-actions/workbench';
import type { JsonObject } from '../files/json.ts';
import { exists, findFiles, isFolder, listFiles } from '../files/find-files.ts';
import { readText } from '../files/read-text.ts';
import { UsageError } from '../usage-error.ts';

/** The files of this machine. */
export const machineFiles: TenantFiles = {
  paths,
  readText,
  exists,
  isFolder,
  listFiles: (folder, { isDeep = false } = {}) => (isDeep ? findFiles(folder) : listFiles(folder)),
  parseHcl,
};

interface HclParser {
  readonly parse: (file: string, text: string) => Promise<JsonObject>;
}

/** Loads the parser only if there is something to parse. */
async function parseHcl(file: string, text: string): Promise<JsonObject> {
  // Its types declare a DOM, which is not there.
  const require = createRequire(import.meta.url);
  const { parse } = require('@cdktf/hcl2json') as HclParser;
  try {
    return await parse(file, text);
  } catch (error) {
    const why = /: ([^\];]+)/.exec((error as Error).message.replace(file, ''))?.[1] ?? '';
    throw new UsageError(`Failed to read ${file}: it is not HCL (${why.replace(/^.*?: /, '')}).`);
  }
}
