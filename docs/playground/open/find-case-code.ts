import { readAction, type ActionSource } from '@signup-actions/workbench';
import { isCaseFile, type SignupCase, type TenantFiles } from '@signup-actions/workbench';
import { UsageError } from '@signup-actions/workbench/files';
import { hasTenant, readLoose, readTenant } from '@signup-actions/workbench/tenant';
import { acornParser } from '../check/acorn-parser.ts';
import type { OpenedFile } from './opened-file.ts';
import type { OpenedCode } from './opened.ts';
import { createPageFiles } from './page-files.ts';
import { toOpenedCode, type ReadCode } from './read-code.ts';

/** A test case as `signup-actions test` reads it, and its file. */
export interface FoundCase {
  /** Its path from what was opened. */
  readonly path: string;
  readonly found: SignupCase;
}

/**
 * The code that a case is for: the opened files that it names, or else the nearest Actions above it. The code of the page
 * if nothing but cases was opened.
 */
export async function findCaseCode(
  { path, found }: FoundCase,
  opened: readonly OpenedFile[],
  current: Omit<OpenedCode, 'notes'>,
): Promise<OpenedCode> {
  const others = opened.filter((file) => !isCaseFile(file.path));
  const named = [found.actions ?? []].flat();
  if (others.length === 0) {
    const files = named.length > 0 ? named.join(', ') : 'the files of its Actions';
    return {
      ...current,
      isOwn: true,
      notes: [`The Actions of this page stay: open the case with ${files} to run those.`],
    };
  }
  const files = createPageFiles(others);
  const folder = files.paths.dirname(`/${path}`);
  const find = (name: string): Promise<string> => findFile(name, { folder, files, path });
  const read =
    named.length > 0
      ? await Promise.all(named.map(async (name) => readPath(await find(name), files)))
      : [await readNearest(folder, files)];
  const modules = await Promise.all(
    Object.entries(found.modules ?? {}).map(async ([name, file]) =>
      readAction(await find(file), files, name),
    ),
  );
  return toOpenedCode({
    actions: read.flatMap(({ actions }) => actions).map((action) => give(action, modules)),
    notes: read.flatMap(({ notes }) => notes),
    unbound: read.flatMap(({ unbound }) => unbound),
  });
}

/** Files that were opened one by one have lost their folders. */
async function findFile(
  name: string,
  { folder, files, path }: { folder: string; files: TenantFiles; path: string },
): Promise<string> {
  const { basename, join } = files.paths;
  const named = join(folder, name);
  if (await files.exists(named)) return named;
  const all = await files.listFiles('/', { isDeep: true });
  const [same, ...more] = all.filter((file) => basename(file) === basename(name));
  if (same !== undefined && more.length === 0) return join('/', same);
  throw new UsageError(
    `Failed to read ${path}: ${name} was not opened. Open it together with the case, or the folder with both.`,
  );
}

async function readPath(path: string, files: TenantFiles): Promise<ReadCode> {
  if (/\.[cm]?[jt]s$/.test(path)) {
    return { actions: [await readAction(path, files)], notes: [], unbound: [] };
  }
  return readTenant(path, files);
}

/** The nearest Actions in a folder or above it. */
async function readNearest(folder: string, files: TenantFiles): Promise<ReadCode> {
  const { dirname } = files.paths;
  for (let above = folder; ; above = dirname(above)) {
    if (await hasTenant(above, files)) return readTenant(above, files);
    const loose = await readLoose(above, files, acornParser);
    const { length } = loose.actions;
    if (length > 1) {
      throw new UsageError(
        `${above} contains ${length} Actions that nothing binds: name those that run, in order, as "actions" of the case.`,
      );
    }
    if (length === 1) return { ...loose, notes: [] };
    if (above === dirname(above)) return readTenant(folder, files);
  }
}

/** An Action that lists no modules gets all of them, one that lists some gets the code of those. */
function give(action: ActionSource, modules: ActionSource[]): ActionSource {
  if (modules.length === 0) return action;
  if (!action.modules) return { ...action, givenModules: modules };
  const named = new Map(modules.map((module) => [module.name, module]));
  return {
    ...action,
    modules: action.modules.map((pin) => {
      const source = named.get(pin.name);
      return source ? { ...pin, source } : pin;
    }),
  };
}
