import { join } from 'node:path';
import { listFiles } from '../../../files/find-files.ts';
import { isJsonObject, parseJson, type JsonObject } from '../../../files/json.ts';
import { readText } from '../../../files/read-text.ts';
import { UsageError } from '../../../usage-error.ts';
import { toBlocks, unescapeLiteral, type TerraformScope } from './terraform-expression.ts';

/** The Terraform files of a folder, parsed and not evaluated. */
export interface TerraformFiles {
  readonly scope: TerraformScope;
  /** The resources, by address. */
  readonly resources: readonly ParsedResource[];
  /** The names of the modules that the folder calls. */
  readonly moduleCalls: readonly string[];
}

/** A resource, with the attributes and blocks that it has. */
export interface ParsedResource {
  /** Such as `auth0_action.block`. */
  readonly address: string;
  readonly type: string;
  /** Absolute path of the file that declares it. */
  readonly file: string;
  readonly body: JsonObject;
}

/** Parses the Terraform files of a folder; returns undefined if there are none. */
export async function readTerraformFiles(folder: string): Promise<TerraformFiles | undefined> {
  const names = await listFiles(folder, '*.{tf,tf.json}');
  if (names.length === 0) return undefined;
  const override = names.find((name) => /(^|_)override\.tf(\.json)?$/.test(name));
  if (override !== undefined) {
    throw new UsageError(
      `Failed to read ${folder}: ${override} overrides other files, which only Terraform evaluates.\n${useTerraform}`,
    );
  }
  const files = await Promise.all(names.map((name) => parseFile(join(folder, name))));
  const ofKind = (kind: string): readonly JsonObject[] =>
    files.flatMap((file) => toBlocks(file[kind]));
  const variables = ofKind('variable').flatMap((block) =>
    Object.entries(block).flatMap(([name, body]) =>
      toBlocks(body).flatMap((variable) =>
        'default' in variable
          ? [[`var.${name}`, unescapeLiteral(variable['default'])] as const]
          : [],
      ),
    ),
  );
  const locals = ofKind('locals').flatMap((block) =>
    Object.entries(block).map(([name, value]) => [`local.${name}`, value] as const),
  );
  const given = await readVariables(folder);
  return {
    scope: { folder, names: new Map([...variables, ...locals, ...given]) },
    resources: files.flatMap((file, index) =>
      toBlocks(file['resource']).flatMap((block) =>
        listResources(block, join(folder, names[index] ?? '')),
      ),
    ),
    moduleCalls: ofKind('module').flatMap((block) => Object.keys(block)),
  };
}

/** The hint below each error about what only Terraform evaluates. */
export const useTerraform =
  'Pass what terraform show -json prints: terraform show -json | signup-actions run -';

const listResources = (block: JsonObject, file: string): readonly ParsedResource[] =>
  Object.entries(block).flatMap(([type, named]) =>
    toBlocks(named).flatMap((resources) =>
      Object.entries(resources).flatMap(([name, bodies]) =>
        toBlocks(bodies).map((body) => ({ address: `${type}.${name}`, type, file, body })),
      ),
    ),
  );

/** The values in the files that Terraform reads by itself; later ones override earlier ones. */
async function readVariables(folder: string) {
  const automatic = await listFiles(folder, '*.auto.{tfvars,tfvars.json}');
  const named = await listFiles(folder, 'terraform.{tfvars,tfvars.json}');
  const files = await Promise.all(
    [...named, ...automatic].map((name) => parseFile(join(folder, name))),
  );
  return files.flatMap((file) =>
    Object.entries(file).map(([name, value]) => [`var.${name}`, unescapeLiteral(value)] as const),
  );
}

interface HclParser {
  readonly parse: (file: string, text: string) => Promise<JsonObject>;
}

/** Loads the parser only if there is HCL to parse. */
async function parseFile(file: string): Promise<JsonObject> {
  const text = await readText(file);
  if (file.endsWith('.json')) {
    const data = parseJson(text, file);
    return isJsonObject(data) ? data : {};
  }
  const { createRequire } = await import('node:module');
  // Its types declare a DOM, which is not there.
  const require = createRequire(import.meta.url);
  const { parse } = require('@cdktf/hcl2json') as HclParser;
  try {
    return await parse(file, text);
  } catch (error) {
    const why = /: ([^\];]+)/.exec((error as Error).message.replace(file, ''))?.[1] ?? '';
    throw new UsageError(`Failed to read ${file}: it is not HCL (${why.replace(/^.*?: /, '')}).`);
  }
}
