import type { JsonObject } from '../../files/json.ts';
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
  /** What is not known, as errors. */
  readonly unknown: readonly string[];
  /** Absolute path of the file that declares it. */
  readonly file: string;
  /** Absolute path of the file that has the code. */
  readonly codeFile?: string;
}

/** Arguments of Terraform itself, which do not change what a resource is. */
const ignored: ReadonlySet<string> = new Set(['depends_on', 'lifecycle', 'provider', 'timeouts']);
/** Arguments that make several resources or blocks of one. */
const repeated: ReadonlySet<string> = new Set(['count', 'for_each', 'dynamic']);
/** Arguments whose values are not needed: Actions have names, and modules one version. */
const dispensable: ReadonlySet<string> = new Set(['display_name', 'module_version_id']);
const blockNames: ReadonlySet<string> = new Set([
  'actions',
  'dependencies',
  'modules',
  'secrets',
  'supported_triggers',
]);

const idPattern = /^\$\{\s*(auth0_action(?:_module)?\.[\w-]+)\.id\s*\}$/;

/** Evaluates the arguments of a resource. */
export async function resolveResource(
  { address, type, file, body }: ParsedResource,
  scope: TerraformScope,
): Promise<ResolvedResource> {
  const unknown: string[] = [];
  const values: Record<string, unknown> = {};
  let codeFile: string | undefined;
  const resolveAttribute = async (key: string, value: unknown, where: string, isSecret = false) => {
    // Ids are known only after an apply: what they refer to is enough.
    if (typeof value === 'string' && idPattern.test(value)) {
      return type === 'auth0_action' ? idPattern.exec(value)?.[1] : value;
    }
    const evaluated = await evaluate(value, scope);
    if (!('unresolved' in evaluated)) {
      if (where === `${address}.code`) codeFile = evaluated.file;
      return evaluated.value;
    }
    if (!(isSecret && key === 'value') && !dispensable.has(key)) {
      const { unresolved, reason } = evaluated;
      unknown.push(
        reason === undefined
          ? explainUnknown(scope.folder, `${where} is "${formatExpression(unresolved)}"`)
          : `Failed to read ${where}: ${reason.replace(/^Failed to read /, '')}`,
      );
    }
    return undefined;
  };
  for (const [key, value] of Object.entries(body)) {
    if (ignored.has(key)) continue;
    if (repeated.has(key)) {
      unknown.push(explainUnknown(scope.folder, `${address} has ${key}`));
    } else if (blockNames.has(key) && typeof value !== 'string') {
      const blocks: JsonObject[] = [];
      for (const [index, block] of toBlocks(value).entries()) {
        const entries: (readonly [string, unknown])[] = [];
        for (const [name, own] of Object.entries(block)) {
          const where = `${address}.${key}[${index}].${name}`;
          entries.push([name, await resolveAttribute(name, own, where, key === 'secrets')]);
        }
        blocks.push(Object.fromEntries(entries.filter(([, own]) => own !== undefined)));
      }
      values[key] = blocks;
    } else {
      values[key] = await resolveAttribute(key, value, `${address}.${key}`);
    }
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
    ...(codeFile !== undefined && { codeFile }),
  };
}

/** The error for what only Terraform can evaluate. */
export const explainUnknown = (folder: string, what: string): string =>
  `Failed to read ${folder}: ${what}, which only Terraform can evaluate.\n${useTerraform}`;
