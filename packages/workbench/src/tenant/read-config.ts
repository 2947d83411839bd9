import { isJsonObject, parseJson, parseJsonIfValid } from '../files/json.ts';
import { UsageError } from '../files/usage-error.ts';
import type { Marks } from './declared-tenant.ts';
import type { TenantFiles } from './tenant-files.ts';

const mappingsName = 'AUTH0_KEYWORD_REPLACE_MAPPINGS';

/** The values of marks in the deploy tool's configuration: the named one, or the `config.json` in or beside an export. */
export async function readConfig(
  path: string,
  config: string | undefined,
  files: TenantFiles,
): Promise<Marks> {
  if (config !== undefined) return readNamed(config, files);
  const { paths, exists, readText } = files;
  for (const file of [path, paths.dirname(path)].map((at) => paths.join(at, 'config.json'))) {
    const data = (await exists(file)) ? parseJsonIfValid(await readText(file)) : undefined;
    const mappings = isJsonObject(data) ? data[mappingsName] : undefined;
    // Any other config.json belongs to another tool.
    if (isJsonObject(mappings)) return mappings;
  }
  return {};
}

async function readNamed(config: string, { readText }: TenantFiles): Promise<Marks> {
  const data = parseJson(await readText(config), config);
  const mappings = isJsonObject(data) ? data[mappingsName] : undefined;
  if (isJsonObject(mappings)) return mappings;
  throw new UsageError(
    `Failed to read ${config}: the configuration of the deploy tool must have an object ${mappingsName}.`,
  );
}
