import { UsageError } from '../files/usage-error.ts';
import type { Marks, TenantInput } from './declared-tenant.ts';
import { tenantFormats } from './formats/index.ts';
import { readConfig } from './read-config.ts';
import type { TenantFiles } from './tenant-files.ts';
import { toTenant, type Tenant } from './to-tenant.ts';

/** Where the values of the deploy tool's marks come from. */
export interface MarkSources {
  /** Absolute path of the deploy tool's configuration; by default the `config.json` beside an export. */
  readonly config?: string | undefined;
  /** Values that override those of the configuration, as the tool's environment does. */
  readonly environment?: Marks | undefined;
}

/** Reads the tenant at an absolute path, in whatever format it is. Throws a {@link UsageError} if it has none. */
export async function readTenant(
  path: string,
  files: TenantFiles,
  sources: MarkSources = {},
): Promise<Tenant> {
  if (await files.isFolder(path)) {
    const marks = await toMarks(path, files, sources);
    const tenant = await readFormats({ path, marks, files });
    if (tenant) return tenant;
    throw new UsageError(
      `Failed to read ${path}: a tenant is triggers/triggers.json or tenant.yaml of the deploy tool, or .tf files, but this folder has none of them.`,
    );
  }
  return readTenantText({ path, text: await files.readText(path) }, files, sources);
}

/** Reads a tenant from a string. `path` names it in errors, and is where its paths begin. */
export async function readTenantText(
  { path, text }: Required<Pick<TenantInput, 'path' | 'text'>>,
  files: TenantFiles,
  sources: MarkSources = {},
): Promise<Tenant> {
  const marks = await toMarks(path, files, sources);
  const tenant = await readFormats({ path, text, marks, files });
  if (tenant) return tenant;
  throw new UsageError(
    `Failed to read ${path}: it must be ${new Intl.ListFormat('en', { type: 'disjunction' }).format(tenantFormats.flatMap(({ name }) => (name.startsWith('a folder') ? [] : [name])))}.`,
  );
}

async function readFormats(input: TenantInput): Promise<Tenant | undefined> {
  for (const format of tenantFormats) {
    const declared = await format.read(input);
    if (declared) return toTenant(declared);
  }
  return undefined;
}

const toMarks = async (
  path: string,
  files: TenantFiles,
  { config, environment }: MarkSources,
): Promise<Marks> => ({
  ...(await readConfig(path, config, files)),
  ...environment,
});
