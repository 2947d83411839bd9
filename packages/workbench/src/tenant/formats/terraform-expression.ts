import { isJsonObject, type JsonObject } from '../../files/json.ts';
import { UsageError } from '../../files/usage-error.ts';
import type { TenantFiles } from '../tenant-files.ts';

/** What expressions of a Terraform configuration may refer to. */
export interface TerraformScope {
  /** Absolute path of the folder, which is `path.module`. */
  readonly folder: string;
  /**
   * The values of `var.x`, and the expressions of `local.x` and of attributes such as `auth0_action.x.name`, by their full
   * names.
   */
  readonly names: ReadonlyMap<string, unknown>;
  /** The files that `file("…")` reads. */
  readonly files: TenantFiles;
}

/** A value that only Terraform can evaluate. */
interface Unresolved {
  /** The expression, or what failed. */
  readonly unresolved: string;
  /** Why a file could not be read. */
  readonly reason?: string;
}

/** A value of a Terraform configuration, and the file that it comes from if it is a call of `file`. */
export type Evaluated = Unresolved | { readonly value: unknown; readonly file?: string };

/** Evaluates an attribute as `hcl2json` returns it: a string is a template, in which expressions have `${…}` around them. */
export async function evaluate(
  value: unknown,
  scope: TerraformScope,
  visited: readonly string[] = [],
): Promise<Evaluated> {
  if (typeof value === 'string') return evaluateTemplate(value, scope, visited);
  if (Array.isArray(value)) return evaluateList(value, scope, visited);
  if (!isJsonObject(value)) return { value };
  const values = await evaluateList(Object.values(value), scope, visited);
  if ('unresolved' in values) return values;
  const entries = Object.keys(value).map((key, index) => [key, values.value[index]] as const);
  return { value: Object.fromEntries(entries) };
}

async function evaluateList(
  list: readonly unknown[],
  scope: TerraformScope,
  visited: readonly string[],
): Promise<Unresolved | { readonly value: readonly unknown[] }> {
  const values: unknown[] = [];
  for (const item of list) {
    const evaluated = await evaluate(item, scope, visited);
    if ('unresolved' in evaluated) return evaluated;
    values.push(evaluated.value);
  }
  return { value: values };
}

/** One of: `$${` and `%%{`, which are escapes, an expression that is supported, any other one, and a plain string. */
const partPattern =
  /(?<escaped>\$\$\{|%%\{)|\$\{\s*(?:(?<name>(?:local|var|path)\.[\w-]+|(?!data\.)\w+\.[\w-]+\.\w+)|file\(\s*(?:"(?<path>(?:[^"\\$%]|\$\{\s*[\w.-]+\s*\})*)"|(?<pathName>(?:local|var)\.[\w-]+))\s*\))\s*\}|(?<other>\$\{|%\{)|(?<plain>[^$%]+|.)/gsu;

async function evaluateTemplate(
  template: string,
  scope: TerraformScope,
  visited: readonly string[],
): Promise<Evaluated> {
  const parts: Extract<Evaluated, { value: unknown }>[] = [];
  for (const { groups = {}, index } of template.matchAll(partPattern)) {
    const { escaped, name, path, pathName, other, plain } = groups;
    if (other !== undefined) return { unresolved: template.slice(index) };
    const part =
      name === undefined
        ? path === undefined && pathName === undefined
          ? { value: plain ?? escaped?.slice(1) }
          : await evaluateFile(path ?? `\${${pathName}}`, scope, visited)
        : await evaluateName(name, scope, visited);
    if ('unresolved' in part) return part;
    parts.push(part);
  }
  const [first] = parts;
  // An expression that is the whole string keeps its type.
  if (first && parts.length === 1) return first;
  const isText = parts.every(({ value }) => typeof value !== 'object');
  return isText
    ? { value: parts.map(({ value }) => String(value)).join('') }
    : { unresolved: template };
}

async function evaluateName(
  name: string,
  scope: TerraformScope,
  visited: readonly string[],
): Promise<Evaluated> {
  if (name === 'path.module' || name === 'path.root') return { value: scope.folder };
  if (!scope.names.has(name) || visited.includes(name)) return { unresolved: name };
  const value = scope.names.get(name);
  if (name.startsWith('var.')) return { value };
  return evaluate(value, scope, [...visited, name]);
}

async function evaluateFile(
  path: string,
  scope: TerraformScope,
  visited: readonly string[],
): Promise<Evaluated> {
  const evaluated = await evaluateTemplate(path, scope, visited);
  if ('unresolved' in evaluated) return evaluated;
  const file = scope.files.paths.resolve(scope.folder, String(evaluated.value));
  try {
    return { value: await scope.files.readText(file), file };
  } catch (error) {
    if (error instanceof UsageError)
      return { unresolved: `file("${path}")`, reason: error.message };
    throw error;
  }
}

/** An expression as an error shows it: a call without its arguments, and only the first line. */
export function formatExpression(expression: string): string {
  if (expression.startsWith('%{')) return '%{…}';
  const [line = ''] = expression.replace(/^\$\{~?\s*/, '').split('\n');
  const call = /^(\w+)\((?!")/.exec(line) ?? /^((?!file\()\w+)\(/.exec(line);
  return call ? `${call[1]}(…)` : line.replace(/\}$/, '').slice(0, 60);
}

/** The value of a variable, which is a literal: only escapes are replaced. */
export const unescapeLiteral = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll(/\$\$\{|%%\{/g, (found) => found.slice(1)) : value;

/** Blocks of one kind: HCL has a list of them, and JSON has one or a list. */
export const toBlocks = (value: unknown): readonly JsonObject[] =>
  (Array.isArray(value) ? value : [value]).filter(isJsonObject);
