import type { ActionSource } from '@signup-actions/workbench';
import { oxcParser } from '@signup-actions/workbench/node';
import {
  hasTenant,
  readLoose,
  type MarkSources,
  type Tenant,
  type UnboundAction,
} from '@signup-actions/workbench/tenant';
import { isFolder } from '../files/find-files.ts';
import { machineFiles } from './machine-files.ts';
import { isTenant, readPath } from './read-actions.ts';
import { standardInput } from './standard-input.ts';

/** Actions to check: those of exported flows, and files that are bound to nothing. */
export interface Library {
  readonly actions: readonly ActionSource[];
  /** The Actions of each flow, in binding order. */
  readonly flows: readonly (readonly ActionSource[])[];
  /** The Actions of exports that are in no flow. */
  readonly unbound: readonly UnboundAction[];
  /** What was skipped in a tenant, and why. */
  readonly notes: readonly string[];
}

/** Reads what is at these absolute paths: Action files, tenants in any format, and folders with Action files in them. */
export async function readLibrary(
  paths: readonly string[],
  sources: MarkSources = {},
): Promise<Library> {
  const read = await Promise.all(paths.map((path) => readPlace(path, sources)));
  return {
    actions: read.flatMap(({ actions }) => actions),
    flows: read.filter(({ isFlow }) => isFlow).map(({ actions }) => actions),
    unbound: read.flatMap(({ unbound }) => unbound),
    notes: read.flatMap(({ notes }) => notes),
  };
}

/** What is at a path: an exported flow, or Actions that are bound to nothing. */
interface Place extends Tenant {
  readonly isFlow: boolean;
}

async function readPlace(path: string, sources: MarkSources): Promise<Place> {
  const isLibrary = path !== standardInput && (await isTenant(path)) && (await isFolder(path));
  const folder = isLibrary ? await readFolder(path, sources) : undefined;
  // A folder without any is refused as an export would be.
  return folder ?? { ...(await readPath(path, sources)), isFlow: await isTenant(path) };
}

/** Reads an export, or else the Action files in a folder; returns undefined if there is neither. */
export async function readFolder(
  folder: string,
  sources: MarkSources = {},
): Promise<Place | undefined> {
  if (await hasTenant(folder, machineFiles)) {
    return { ...(await readPath(folder, sources)), isFlow: true };
  }
  const loose = await readLoose(folder, machineFiles, oxcParser);
  return loose.actions.length > 0 ? { ...loose, notes: [], isFlow: false } : undefined;
}
