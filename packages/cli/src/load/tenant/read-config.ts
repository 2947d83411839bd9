import { dirname, join } from 'node:path';
import { exists } from '../../files/find-files.ts';
import { isJsonObject, parseJsonIfValid, readJson } from '../../files/json.ts';
import { readText } from '../../files/read-text.ts';
import { UsageError } from '../../usage-error.ts';
import type { Marks } from './declared-tenant.ts';

const mappingsName = 'AUTH0_KEYWORD_REPLACE_MAPPINGS';

/** The values of marks in the deploy tool's configuration: the named one, or the `config.json` in or beside an export. */
export async function readConfig(path: string, config: string | undefined): Promise<Marks> {
  if (config !== undefined) return readNamed(config);
  for (const file of [join(path, 'config.json'), join(dirname(path), 'config.json')]) {
    const data = (await exists(file)) ? parseJsonIfValid(await readText(file)) : undefined;
    const mappings = isJsonObject(data) ? data[mappingsName] : undefined;
    // Any other config.json belongs to another tool.
    if (isJsonObject(mappings)) return mappings;
  }
  return {};
}

async function readNamed(config: string): Promise<Marks> {
  const data = await readJson(config);
  const mappings = isJsonObject(data) ? data[mappingsName] : undefined;
  if (isJsonObject(mappings)) return mappings;
  throw new UsageError(
    `Failed to read ${config}: the configuration of the deploy tool must have an object ${mappingsName}.`,
  );
}
