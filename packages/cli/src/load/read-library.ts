import { join, relative } from 'node:path';
import { handlerName } from '@signup-actions/runtime-core/internal';
import {
  findHandler,
  isOtherTrigger,
  parseAction,
  type ActionSource,
} from '@signup-actions/workbench';
import { oxcParser } from '@signup-actions/workbench/node';
import { exists, isFolder, listFiles } from '../files/find-files.ts';
import { readText } from '../files/read-text.ts';
import { readAction } from './read-action.ts';
import { isTenant, readPath } from './read-actions.ts';
import { standardInput } from './standard-input.ts';
import type { MarkSources } from './tenant/read-tenant.ts';
import type { Tenant, UnboundAction } from './tenant/to-tenant.ts';

/** Actions to check: those of exported flows, and files that are bound to nothing. */
export interface Library {
  readonly actions: readonly ActionSource[];
  /** The Actions of each flow, in binding order. */
  readonly flows: readonly (readonly ActionSource[])[];
  /** The Actions of exports that are in no flow. */
  readonly unbound: readonly UnboundAction[];
  /** What of a tenant was skipped, and why. */
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
  if (await isExported(folder)) return { ...(await readPath(folder, sources)), isFlow: true };
  const loose = await readLoose(folder);
  return loose.actions.length > 0 ? { ...loose, notes: [], isFlow: false } : undefined;
}

async function isExported(folder: string): Promise<boolean> {
  const files = ['triggers/triggers.json', 'tenant.yaml'].map((file) => exists(join(folder, file)));
  return (await Promise.all(files)).includes(true) || declaresActions(folder);
}

/** Whether the Terraform files of a folder declare Actions. */
async function declaresActions(folder: string): Promise<boolean> {
  const files = await listFiles(folder, '*.{tf,tf.json}');
  const texts = await Promise.all(files.map((file) => readText(join(folder, file))));
  return texts.some((text) => /"auth0_(trigger_)?actions?"/.test(text));
}

/**
 * The Actions somewhere in a folder. Tests, and files that only others require, are none. Actions of other triggers are
 * left out, unless there are no others: then the trigger has probably been mistaken.
 */
async function readLoose(folder: string): Promise<Pick<Tenant, 'actions' | 'unbound'>> {
  const paths = await listFiles(folder, '**/*.{js,cjs,ts,cts}');
  const files = paths.filter((path) => !/\.(test|spec|d|config)\.\w+$/.test(path));
  const read = await Promise.all(files.map((path) => readAction(join(folder, path))));
  const kinds = read.map((action) => ({ action, kind: kindOf(action) }));
  const own = kinds.filter(({ kind }) => kind === 'own').map(({ action }) => action);
  const others = kinds.filter(({ kind }) => kind === 'other').map(({ action }) => action);
  if (own.length === 0) return { actions: others, unbound: [] };
  const unbound = others.map((action) => ({
    name: relative(folder, action.file),
    isOther: true,
    read: async () => action,
  }));
  return { actions: own, unbound };
}

/** What a file is: an Action, or meant as one though its handler may be missing; one of another trigger; or neither. */
function kindOf(action: ActionSource): 'own' | 'other' | undefined {
  const { source } = action;
  const { program, syntaxErrors } = parseAction(oxcParser, action);
  if (syntaxErrors.length > 0) return /onExecute|exports/.test(source) ? 'own' : undefined;
  const handler = findHandler(program);
  if (handler.type === 'unclear') return source.includes(handlerName) ? 'own' : undefined;
  if (handler.type !== 'missing') return 'own';
  if (handler.other !== undefined) return isOtherTrigger(handler.other) ? 'other' : 'own';
  const [first] = handler.whole?.params ?? [];
  const isWhole =
    first?.type === 'ObjectPattern' ||
    (first?.type === 'Identifier' && /^(event|user|context)$/.test(first.name));
  return isWhole ? 'own' : undefined;
}
