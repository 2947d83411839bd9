import { join } from 'node:path';
import { triggerName } from '@signup-actions/runtime-core/internal';
import { findHandler, parseAction, type ActionSource } from '@signup-actions/workbench';
import { oxcParser } from '@signup-actions/workbench/node';
import { exists, isFolder, listFiles } from '../files/find-files.ts';
import { readText } from '../files/read-text.ts';
import { readAction } from './read-action.ts';
import { isTenant, readPath } from './read-actions.ts';
import { standardInput } from './standard-input.ts';
import type { MarkSources } from './tenant/read-tenant.ts';
import type { Tenant } from './tenant/to-tenant.ts';

/** Actions to check: those of exported flows, and files that are bound to nothing. */
export interface Library {
  readonly actions: readonly ActionSource[];
  /** The Actions of each flow, in binding order. */
  readonly flows: readonly (readonly ActionSource[])[];
  /** What of a tenant is not checked, and why. */
  readonly notes: readonly string[];
}

/** Reads what is at these absolute paths: Action files, tenants in any format, and folders with Action files in them. */
export async function readLibrary(
  paths: readonly string[],
  sources: MarkSources = {},
): Promise<Library> {
  const read = await Promise.all(paths.map((path) => readFlow(path, sources)));
  const flows = read.filter(({ isFlow }) => isFlow).map(({ actions }) => actions);
  return {
    actions: read.flatMap(({ actions }) => actions),
    flows,
    notes: read.flatMap(({ notes, unbound }) => [...notes, ...toUnboundNote(unbound)]),
  };
}

const toUnboundNote = (names: readonly string[]): readonly string[] =>
  names.length > 0
    ? [`Actions that are not bound to ${triggerName} are left out: ${names.join(', ')}.`]
    : [];

interface ReadFlow extends Tenant {
  readonly isFlow: boolean;
}

async function readFlow(path: string, sources: MarkSources): Promise<ReadFlow> {
  if (!(await isTenant(path))) return { ...(await readPath(path, sources)), isFlow: false };
  const isLibrary = path !== standardInput && (await isFolder(path)) && !(await isExported(path));
  const loose = isLibrary ? await readLoose(path) : [];
  // Without any, the folder is refused as an export would be.
  return loose.length > 0
    ? { actions: loose, unbound: [], notes: [], isFlow: false }
    : { ...(await readPath(path, sources)), isFlow: true };
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

/** The Actions somewhere in a folder. Tests, and files that only others require, are none. */
async function readLoose(folder: string): Promise<readonly ActionSource[]> {
  const paths = await listFiles(folder, '**/*.{js,cjs,ts,cts}');
  const files = paths.filter((path) => !/\.(test|spec|d|config)\.\w+$/.test(path));
  const actions = await Promise.all(files.map((path) => readAction(join(folder, path))));
  return actions.filter(isAction);
}

/** Whether a file is an Action, or is meant as one: its handler may be missing. */
function isAction(action: ActionSource): boolean {
  const { source } = action;
  const { program, syntaxErrors } = parseAction(oxcParser, action);
  if (syntaxErrors.length > 0) return /onExecute|exports/.test(source);
  const handler = findHandler(program);
  if (handler.type !== 'missing')
    return handler.type !== 'unclear' || source.includes('onExecutePreUserRegistration');
  const [first] = handler.whole?.params ?? [];
  const isWhole =
    first?.type === 'ObjectPattern' ||
    (first?.type === 'Identifier' && /^(event|user|context)$/.test(first.name));
  return isWhole || handler.other !== undefined;
}
