import type { JsonObject } from '../files/json.ts';

/** The files in which tenants are read: those of a machine, or those that a visitor of a page has opened. */
export interface TenantFiles {
  /** How paths are written. */
  readonly paths: Paths;
  /** Reads a text file. Rejects with a `UsageError` if it cannot be read. */
  readonly readText: (file: string) => Promise<string>;
  /** Whether there is a file or folder at this path. */
  readonly exists: (path: string) => Promise<boolean>;
  /** Whether this path is a folder. Rejects with a `UsageError` if there is nothing. */
  readonly isFolder: (path: string) => Promise<boolean>;
  /** The paths of the files in a folder, sorted, with slashes; empty if there is no such folder. */
  readonly listFiles: (folder: string, options?: ListOptions) => Promise<readonly string[]>;
  /** Parses a file in the language of Terraform; absent if there is no parser for it. */
  readonly parseHcl?: (file: string, text: string) => Promise<JsonObject>;
}

/** Which files are listed. */
interface ListOptions {
  /** Whether files in subfolders are listed too, except for what is installed, built or hidden. */
  readonly isDeep?: boolean;
}

/** The functions of `node:path` that readers of tenants use. */
interface Paths {
  readonly basename: (path: string, suffix?: string) => string;
  readonly dirname: (path: string) => string;
  readonly extname: (path: string) => string;
  readonly join: (...parts: string[]) => string;
  readonly resolve: (...parts: string[]) => string;
}
