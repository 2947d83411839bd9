import { isJsonObject, parseJson, type JsonObject } from '../../files/json.ts';
import { UsageError } from '../../files/usage-error.ts';
import type { TenantFiles } from '../tenant-files.ts';
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
export async function readTerraformFiles(
  folder: string,
  tenantFiles: TenantFiles,
): Promise<TerraformFiles | undefined> {
  const { join } = tenantFiles.paths;
  const listed = await tenantFiles.listFiles(folder);
  const names = listed.filter((name) => /\.tf(\.json)?$/.test(name));
  if (names.length === 0) return undefined;
  const override = names.find((name) => /(^|_)override\.tf(\.json)?$/.test(name));
  if (override !== undefined) {
    throw new UsageError(
      `Failed to read ${folder}: ${override} overrides other files, which only Terraform evaluates.\n${useTerraform}`,
    );
  }
  const files = await Promise.all(names.map((name) => parseFile(join(folder, name), tenantFiles)));
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
  const given = await readVariables(folder, listed, tenantFiles);
  const resources = files.flatMap((file, index) =>
    toBlocks(file['resource']).flatMap((block) =>
      listResources(block, join(folder, names[index] ?? '')),
    ),
  );
  const attributes = resources.flatMap(({ address, body }) =>
    Object.entries(body).map(([name, value]) => [`${address}.${name}`, value] as const),
  );
  return {
    scope: {
      folder,
      names: new Map([...variables, ...locals, ...given, ...attributes]),
      files: tenantFiles,
    },
    resources,
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
async function readVariables(folder: string, listed: readonly string[], tenantFiles: TenantFiles) {
  const automatic = listed.filter((name) => /\.auto\.tfvars(\.json)?$/.test(name));
  const named = listed.filter((name) => /^terraform\.tfvars(\.json)?$/.test(name));
  const files = await Promise.all(
    [...named, ...automatic].map((name) =>
      parseFile(tenantFiles.paths.join(folder, name), tenantFiles),
    ),
  );
  return files.flatMap((file) =>
    Object.entries(file).map(([name, value]) => [`var.${name}`, unescapeLiteral(value)] as const),
  );
}

async function parseFile(file: string, { readText, parseHcl }: TenantFiles): Promise<JsonObject> {
  const text = await readText(file);
  if (file.endsWith('.json')) {
    const data = parseJson(text, file);
    return isJsonObject(data) ? data : {};
  }
  if (parseHcl) return parseHcl(file, text);
  throw new UsageError(
    `Failed to read ${file}: it is written in the language of Terraform, which a browser does not parse.\nOpen what terraform show -json prints, or run signup-actions run on the folder.`,
  );
}
