import { resolve } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { readAction, type ActionSource } from '@signup-actions/workbench';
import type { MarkSources, Tenant } from '@signup-actions/workbench/tenant';
import { isFolder } from '../files/find-files.ts';
import { UsageError } from '../usage-error.ts';
import { machineFiles } from './machine-files.ts';
import { standardInput } from './standard-input.ts';

/** What was read at paths, as one flow. */
export type ReadActions = Pick<Tenant, 'actions' | 'notes'>;

/** Reads the Actions at these absolute paths, in order: Action files, and tenants in any format. */
export async function readActions(
  paths: readonly string[],
  sources: MarkSources = {},
): Promise<ReadActions> {
  const read = await Promise.all(paths.map((path) => readPath(path, sources)));
  return {
    actions: read.flatMap(({ actions }) => actions).map(toUniqueName),
    notes: read.flatMap(({ notes }) => notes),
  };
}

/** The Actions of these names, in their order; all of them if there are no names. Throws for a name that none has. */
export function selectActions(
  actions: readonly ActionSource[],
  names: readonly string[],
): readonly ActionSource[] {
  if (names.length === 0) return actions;
  const known = actions.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return actions.filter(({ name }) => names.includes(name));
  throw new UsageError(
    `Failed to use --only ${unknown}: no Action has that name.\nActions: ${known.join(', ')}.`,
  );
}

/** Whether what is at a path is read as a tenant, not as the file of an Action. */
export const isTenant = async (path: string): Promise<boolean> =>
  path === standardInput || /\.(ya?ml|json|tfstate)$/i.test(path) || (await isFolder(path));

/** Reads what is at a path. Without a tenant, the readers of its formats are not loaded. */
export async function readPath(path: string, sources: MarkSources): Promise<Tenant> {
  if (!(await isTenant(path)))
    return { actions: [await readAction(path, machineFiles)], unbound: [], notes: [] };
  if (path === standardInput) return readStandardInput(sources);
  const { readTenant } = await import('@signup-actions/workbench/tenant');
  return readTenant(path, machineFiles, sources);
}

/** Reads a tenant from standard input; its paths begin in the working folder. */
async function readStandardInput(sources: MarkSources): Promise<Tenant> {
  const { readTenantText } = await import('@signup-actions/workbench/tenant');
  const path = resolve('stdin');
  const rename = (message: string): string => message.replaceAll(path, 'standard input');
  try {
    const text = await readAll(process.stdin);
    const tenant = await readTenantText({ path, text }, machineFiles, sources);
    return { ...tenant, notes: tenant.notes.map(rename) };
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(rename(error.message)) : error;
  }
}

/** Reports identify Actions by name, so two files of the same name get different ones. */
function toUniqueName(
  action: ActionSource,
  index: number,
  all: readonly ActionSource[],
): ActionSource {
  const before = all.slice(0, index).filter(({ name }) => name === action.name).length;
  return before === 0 ? action : { ...action, name: `${action.name} (${before + 1})` };
}
