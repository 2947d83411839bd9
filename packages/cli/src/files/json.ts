import { parseJson } from '@signup-actions/workbench/files';
import { readText } from './read-text.ts';

export {
  isJsonObject,
  parseJson,
  parseJsonIfValid,
  type JsonObject,
} from '@signup-actions/workbench/files';

/** Reads a JSON file that the user named. Throws a {@link UsageError} if it cannot be read or parsed. */
export async function readJson(file: string): Promise<unknown> {
  return parseJson(await readText(file), file);
}
