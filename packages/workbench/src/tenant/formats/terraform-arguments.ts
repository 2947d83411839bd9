import type { JsonObject } from '../../files/json.ts';
import { unknownList } from '../declared-tenant.ts';
import {
  evaluate,
  formatExpression,
  toBlocks,
  type TerraformScope,
} from './terraform-expression.ts';
import { useTerraform, type ParsedResource } from './terraform-files.ts';
import type { TerraformResource } from './terraform-resources.ts';

/** A resource, as far as it is known without Terraform. */
export interface ResolvedResource extends TerraformResource {
  /** What is not known and is needed, such as `auth0_action.block.code is "templatefile(…)"`. */
  readonly unknown: readonly string[];
  /** A file that could not be read, as an error. */
  readonly broken: string | undefined;
  /** What is not known and is not needed, as notes. */
  readonly notes: readonly string[];
  /** Absolute path of the file that declares it. */
  readonly file: string;
  /** Absolute path of the file that has the code. */
  readonly codeFile?: string;
}

/** Arguments of Terraform itself, which do not change what a resource is. */
const ignored: ReadonlySet<string> = new Set(['depends_on', 'lifecycle', 'provider', 'timeouts']);
/** Arguments that make several resources of one. */
const repeated: ReadonlySet<string> = new Set(['count', 'for_each']);
/** Arguments whose values nothing needs: Actions have names, secrets can be passed, and modules have one version. */
const unneeded = /\.(?:display_name|module_version_id|secrets\[\d+\]\.value)$/;
const blockNames: ReadonlySet<string> = new Set([
  'actions',
  'dependencies',
  'modules',
  'secrets',
  'supported_triggers',
]);
/** Arguments of an Action without which it can still run, and what then counts. */
const substitutes: ReadonlyMap<string, (name: string) => string> = new Map([
  ['name', (name: string) => `the Action is called ${name} here`],
  ['deploy', () => 'it counts as absent'],
  ['runtime', () => 'it counts as absent'],
  ['secrets', () => 'any secret may be declared'],
  ['dependencies', () => 'any package may be declared'],
]);

const idPattern = /^\$\{\s*(auth0_action(?:_module)?\.[\w-]+)\.id\s*\}$/;

/** Evaluates the arguments of a resource. */
export async function resolveResource(
  { address, type, file, body }: ParsedResource,
  scope: TerraformScope,
): Promise<ResolvedResource> {
  const unknown: string[] = [];
  const notes: string[] = [];
  const values: Record<string, unknown> = {};
  let broken: string | undefined;
  let codeFile: string | undefined;

  /** Evaluates a value; what is not known of it is added to the list. */
  async function resolveValue(value: unknown, where: string, open: string[]): Promise<unknown> {
    // Ids are known only after an apply: what they refer to is enough.
    if (typeof value === 'string' && idPattern.test(value)) {
      return type === 'auth0_action' ? idPattern.exec(value)?.[1] : value;
    }
    const evaluated = await evaluate(value, scope);
    if (!('unresolved' in evaluated)) {
      if (where === `${address}.code`) codeFile = evaluated.file;
      return evaluated.value;
    }
    const { unresolved, reason } = evaluated;
    if (unneeded.test(where)) return undefined;
    if (reason === undefined) open.push(`${where} is "${formatExpression(unresolved)}"`);
    else broken ??= `Failed to read ${where}: ${reason.replace(/^Failed to read /, '')}`;
    return undefined;
  }

  async function resolveBlocks(value: unknown, where: string, open: string[]) {
    const blocks: JsonObject[] = [];
    for (const [index, block] of toBlocks(value).entries()) {
      const entries: (readonly [string, unknown])[] = [];
      for (const [name, own] of Object.entries(block)) {
        entries.push([name, await resolveValue(own, `${where}[${index}].${name}`, open)]);
      }
      blocks.push(Object.fromEntries(entries.filter(([, own]) => own !== undefined)));
    }
    return blocks;
  }

  /** Sets the value of an argument, or what stands for it. */
  function set(key: string, value: unknown, open: readonly string[]): void {
    const substitute = type === 'auth0_action' ? substitutes.get(key) : undefined;
    if (open.length === 0) values[key] = value;
    else if (!substitute) unknown.push(...open);
    else {
      const [, name = address] = address.split('.');
      const isList = blockNames.has(key);
      if (isList || key === 'name') values[key] = isList ? unknownList : name;
      notes.push(`${open[0]}, which only Terraform can evaluate: ${substitute(name)}.`);
    }
  }

  const { dynamic, ...own } = body;
  for (const [key, value] of Object.entries(own)) {
    const where = `${address}.${key}`;
    const open: string[] = [];
    if (repeated.has(key)) unknown.push(`${address} has ${key}`);
    else if (!ignored.has(key)) {
      const isBlock = blockNames.has(key) && typeof value !== 'string';
      const resolve = isBlock ? resolveBlocks : resolveValue;
      set(key, await resolve(value, where, open), open);
    }
  }
  for (const key of toBlocks(dynamic).flatMap(Object.keys)) {
    set(key, undefined, [`${address} has dynamic ${key}`]);
  }
  const ids =
    type === 'auth0_trigger_action'
      ? [values['action_id']]
      : toBlocks(values['actions']).map(({ id }) => id);
  const references = ids.map((id) => idPattern.exec(String(id))?.[1]);
  return {
    address,
    type,
    file,
    values,
    references,
    unknown,
    broken,
    notes,
    ...(codeFile !== undefined && { codeFile }),
  };
}

/** The error for what is not known and is needed; undefined if there is nothing. */
export function explainResources(
  resources: readonly ResolvedResource[],
  folder: string,
): string | undefined {
  const broken = resources.find((resource) => resource.broken !== undefined)?.broken;
  if (broken !== undefined) return broken;
  const unknown = resources.flatMap((resource) => resource.unknown);
  return unknown.length > 0 ? explainUnknown(unknown, folder) : undefined;
}

/** The error for what only Terraform can evaluate. */
export function explainUnknown([first, ...rest]: readonly string[], folder: string): string {
  const what =
    rest.length === 0
      ? `${first}, which only Terraform can evaluate.`
      : `it has what only Terraform can evaluate:\n${[first, ...rest].map((line) => `  ${line}`).join('\n')}`;
  return `Failed to read ${folder}: ${what}\n${useTerraform}`;
}
