import { handlerName } from '@signup-actions/runtime-core/internal';
import { isRule } from '../check/check-platform.ts';
import { findHandler, isOtherTrigger } from '../check/syntax/find-handler.ts';
import { parseAction, type Parser } from '../check/syntax/parse-action.ts';
import type { ActionSource } from '../platform/action.ts';
import { readAction } from './read-action.ts';
import type { TenantFiles } from './tenant-files.ts';
import type { Tenant } from './to-tenant.ts';

/**
 * The Actions somewhere in a folder. Tests, and files that only others require, are none. Actions of other triggers are
 * left out, unless there are no others: then the trigger has probably been mistaken.
 */
export async function readLoose(
  folder: string,
  files: TenantFiles,
  parser: Parser,
): Promise<Pick<Tenant, 'actions' | 'unbound'>> {
  const listed = await files.listFiles(folder, { isDeep: true });
  const sources = listed.filter(
    (path) => /\.(js|cjs|ts|cts)$/.test(path) && !/\.(test|spec|d|config)\.\w+$/.test(path),
  );
  const read = await Promise.all(
    sources.map(async (path) => ({
      path,
      action: await readAction(files.paths.join(folder, path), files),
    })),
  );
  const kinds = read.map((one) => ({ ...one, kind: kindOf(one.action, parser) }));
  const own = kinds.filter(({ kind }) => kind === 'own').map(({ action }) => action);
  const others = kinds.filter(({ kind }) => kind === 'other');
  if (own.length === 0) return { actions: others.map(({ action }) => action), unbound: [] };
  const unbound = others.map(({ path, action }) => ({
    name: path,
    isOther: true,
    read: () => Promise.resolve(action),
  }));
  return { actions: own, unbound };
}

/** Whether a folder has an exported tenant, or Terraform files that declare Actions. */
export async function hasTenant(folder: string, files: TenantFiles): Promise<boolean> {
  const exported = ['triggers/triggers.json', 'tenant.yaml'].map((file) =>
    files.exists(files.paths.join(folder, file)),
  );
  return (await Promise.all(exported)).includes(true) || declaresActions(folder, files);
}

/** Whether the Terraform files of a folder declare Actions. */
async function declaresActions(
  folder: string,
  { listFiles, paths, readText }: TenantFiles,
): Promise<boolean> {
  const names = (await listFiles(folder)).filter((name) => /\.tf(\.json)?$/.test(name));
  const texts = await Promise.all(names.map((name) => readText(paths.join(folder, name))));
  return texts.some((text) => /"auth0_(trigger_)?actions?"/.test(text));
}

/** What a file is: an Action, or meant as one though its handler may be missing; one of another trigger; or neither. */
function kindOf(action: ActionSource, parser: Parser): 'own' | 'other' | undefined {
  const { source } = action;
  const { program, syntaxErrors } = parseAction(parser, action);
  if (syntaxErrors.length > 0) {
    return isRule(source) || /onExecute|exports/.test(source) ? 'own' : undefined;
  }
  const handler = findHandler(program);
  if (handler.type === 'unclear') return source.includes(handlerName) ? 'own' : undefined;
  if (handler.type !== 'missing') return 'own';
  if (handler.hasDefault && source.includes(handlerName)) return 'own';
  if (handler.other !== undefined) return isOtherTrigger(handler.other) ? 'other' : 'own';
  const [first] = handler.whole?.params ?? [];
  const isWhole =
    first?.type === 'ObjectPattern' ||
    (first?.type === 'Identifier' && /^(event|user|context)$/.test(first.name));
  return isWhole ? 'own' : undefined;
}
