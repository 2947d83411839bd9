export { isInstalledOrBuilt } from './is-installed-or-built.ts';
export { isJsonObject, parseJson, parseJsonIfValid, type JsonObject } from './json.ts';
export { UsageError } from './usage-error.ts';
export { parseYaml } from './yaml.ts';
